// Draws the result of a vote: bars, numbers, and what is told of each idea, the best first.
import { filled, write } from "idedugnad/bind.js";
import { drawMatrix } from "idedugnad/matrix.js";

/** `ideas` maps ids to ideas; `results` are rows that begin with an idea, `figures` tell of each. */
export function drawResults(news, ideas) {
  const { results, figures, state } = news;
  const list = document.querySelector("[data-results]");
  if (!list) return;
  const say = sayings(list, state.method);
  const tops = JSON.parse(list.dataset.tops);
  const shifted = Object.values(figures).some(({ shift }) => shift);
  const most = Math.min(tops[state.method] ?? tops.usual, shifted ? (tops[`${state.method}-shifted`] ?? tops.shifted) : Infinity);
  const top = (results ?? []).slice(0, most).filter(([id]) => ideas.has(id));
  const draw = ([id]) => result(ideas.get(id), figures[id], say);
  const apart = top.filter(([id]) => figures[id].apart);
  list.replaceChildren(...top.filter((row) => !apart.includes(row)).map(draw));
  list.parentElement.dataset.method = state.method;
  const rest = document.querySelector("[data-apart]");
  rest.hidden = apart.length === 0;
  rest.querySelector("ul").replaceChildren(...apart.map(draw));
  drawMatrix(news, most);
}

/** What is said in this way of voting: the line, and words for the figures that are words. */
export function sayings({ dataset }, method) {
  const lines = JSON.parse(dataset.lines);
  const [words, shifts, arrows] = [dataset.words, dataset.shifts, dataset.arrows].map(JSON.parse);
  return { line: lines[method] ?? "", few: lines.few, words, shifts, arrows };
}

function result(idea, told, say) {
  const template = document.getElementById("result-template");
  const row = template.content.querySelector("[data-idea]").cloneNode(true);
  row.dataset.idea = idea.id;
  row.querySelector('[data-slot="title"]').textContent = idea.headline || idea.text;
  const place = row.querySelector('[data-slot="place"]');
  place.hidden = !told.word || !told.number;
  place.textContent = told.number;
  tell(row, told, say);
  return row;
}

/** Show the number, the bar, the line and the spread of what is told of an idea. */
export function tell(row, told, say) {
  const { line, few, words } = say;
  const bar = row.querySelector('[data-slot="bar"]');
  bar.setAttribute("width", `${told?.bar ?? 0}%`);
  bar.parentElement.toggleAttribute("hidden", told?.bar === null);
  write(row.querySelector('[data-slot="votes"]'), told ? (words[told.word] ?? told.number) : "–");
  const place = row.querySelector('[data-slot="line"]');
  place.hidden = !told || !line;
  write(place, told ? filled(told.few ? `${line} · ${few}` : line, told) : "");
  drawSpread(row.querySelector('[data-slot="spread"]'), told?.spread);
  tellShift(row.querySelector('[data-slot="shift"]'), told, say);
  tellTables(row.querySelector('[data-slot="tables"]'), told?.tables);
}

function tellShift(place, told, { words, shifts, arrows }) {
  const direction = told?.shift;
  place.hidden = !direction;
  if (!direction) return;
  const [had, got] = [told.had, told.got].map((figure) => words[figure] ?? figure);
  write(place.querySelector('[data-slot="arrow"]'), arrows[direction]);
  write(place.querySelector('[data-slot="shift-words"]'), filled(shifts[direction], { ...told, had, got }));
}

function drawSpread(picture, spread) {
  picture.toggleAttribute("hidden", !spread);
  if (!spread) return;
  const said = spread.map(([n], step) => `${step + 1}: ${n}. `);
  picture.setAttribute("aria-label", `${picture.dataset.name}: ${said.join("")}`);
  picture.querySelectorAll("[data-step]").forEach((column, step) => {
    column.querySelector("rect").setAttribute("height", spread[step][1]);
    write(column.querySelector("text"), spread[step][0]);
  });
}

// How many of the votes come from tables without phones.
function tellTables(line, votes) {
  line.hidden = !votes;
  write(line, votes ? filled(line.dataset.said, { n: votes }) : "");
}
