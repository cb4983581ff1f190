// Draws the result of a vote: bars and numbers, the most votes first.
import { filled } from "idedugnad/bind.js";

/**
 * `ideas` maps ids to ideas; `results` are rows [idea, votes, voters, against, passed];
 * `tables` are rows [idea, how many of the votes come from tables without phones].
 */
export function drawResults(results, ideas, method, tables = []) {
  const list = document.querySelector("[data-results]");
  if (!list) return;
  const top = (results ?? []).slice(0, Number(list.dataset.top)).filter(([id]) => ideas.has(id));
  const most = Math.max(0, ...top.map(([, votes]) => votes));
  list.replaceChildren(...top.map((row) => result(row, ideas, most, method, list.dataset.opinion)));
  const counted = new Map(tables);
  for (const row of list.children) setTables(row, counted.get(Number(row.dataset.idea)));
}

function result([id, votes, , against, passed], ideas, most, method, sentence) {
  const template = document.getElementById("result-template");
  const row = template.content.querySelector("[data-idea]").cloneNode(true);
  const idea = ideas.get(id);
  row.dataset.idea = id;
  row.querySelector('[data-slot="title"]').textContent = idea.headline || idea.text;
  row.querySelector('[data-slot="votes"]').textContent = votes;
  setBar(row, most ? votes / most : 0);
  const opinion = row.querySelector('[data-slot="opinion"]');
  opinion.hidden = method !== "opinion";
  opinion.textContent = filled(sentence, { agree: votes, disagree: against, pass: passed });
  return row;
}

/** Make the bar in this row as long as its share of the longest, from 0 to 1. */
export function setBar(row, share) {
  row.querySelector('[data-slot="bar"]').setAttribute("width", `${(100 * share).toFixed(1)}%`);
}

/** Say in this row how many of the votes come from tables without phones. */
export function setTables(row, votes) {
  const line = row.querySelector('[data-slot="tables"]');
  line.hidden = !votes;
  line.textContent = votes ? filled(line.dataset.said, { n: votes }) : "";
}
