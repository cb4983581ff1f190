// Draws the result of a vote: bars, numbers, and what is told of each idea, the best first.
import { filled } from "idedugnad/bind.js";

/** `ideas` maps ids to ideas; `results` are rows that begin with an idea, `figures` tell of each. */
export function drawResults({ results, figures, state }, ideas) {
  const list = document.querySelector("[data-results]");
  if (!list) return;
  const lines = JSON.parse(list.dataset.lines);
  const top = (results ?? []).slice(0, Number(list.dataset.top)).filter(([id]) => ideas.has(id));
  list.replaceChildren(...top.map(([id]) => result(ideas.get(id), figures[id], lines[state.method])));
}

function result(idea, told, line) {
  const template = document.getElementById("result-template");
  const row = template.content.querySelector("[data-idea]").cloneNode(true);
  row.dataset.idea = idea.id;
  row.querySelector('[data-slot="title"]').textContent = idea.headline || idea.text;
  tell(row, told, line);
  return row;
}

/** Show the number, the bar and the line of what is told of an idea. */
export function tell(row, told, line = "") {
  row.querySelector('[data-slot="votes"]').textContent = told?.number ?? "–";
  row.querySelector('[data-slot="bar"]').setAttribute("width", `${told?.bar ?? 0}%`);
  const place = row.querySelector('[data-slot="line"]');
  place.hidden = !told || !line;
  place.textContent = told ? filled(line, told) : "";
  drawSpread(row.querySelector('[data-slot="spread"]'), told?.spread);
}

function drawSpread(picture, spread) {
  picture.toggleAttribute("hidden", !spread);
  if (!spread) return;
  const said = spread.map(([n], step) => `${step + 1}: ${n}. `);
  picture.setAttribute("aria-label", `${picture.dataset.name}: ${said.join("")}`);
  picture.querySelectorAll("[data-step]").forEach((column, step) => {
    column.querySelector("rect").setAttribute("height", spread[step][1]);
    column.querySelector("text").textContent = spread[step][0];
  });
}
