// The facilitator's desk: the page works without this; with it, it is live.
import { liveForms } from "idedugnad/acts.js";
import { draw, filled } from "idedugnad/bind.js";
import { cardList } from "idedugnad/cards.js";
import { drafting } from "idedugnad/drafting.js";
import { parts } from "idedugnad/parts.js";
import { setBar, setTables } from "idedugnad/results.js";
import { enterRoom } from "idedugnad/room.js";
import { suggestions } from "idedugnad/suggestions.js";
import { setTimer } from "idedugnad/timer.js";

const { workshop, audience } = document.body.dataset;
const texts = JSON.parse(document.getElementById("texts").textContent);
const list = document.querySelector("[data-ideas]");
const here = `/workshops/${workshop}`;

const cards = cardList({
  list,
  template: document.getElementById("idea-template"),
  decorate(row, idea) {
    row.toggleAttribute("data-hidden", idea.hidden);
    showWay(row.querySelector('[data-slot="way"]'), idea);
    row.querySelector("input").value = idea.id;
    const [split, hide, unhide] = ["split", "hide", "show"].map((act) => row.querySelector(`[data-act="${act}"]`));
    split.hidden = idea.merged.length === 0;
    hide.hidden = idea.hidden;
    unhide.hidden = !idea.hidden;
    split.setAttribute("formaction", `${here}/groups/${idea.group ?? 0}/split`);
    hide.setAttribute("formaction", `${here}/ideas/${idea.id}/hide`);
    unhide.setAttribute("formaction", `${here}/ideas/${idea.id}/show`);
  },
});

const suggest = suggestions({ workshop, offline: texts.offline });

const part = parts();
drafting();
liveForms(texts.offline);
enterRoom({ hello: ["watch", { workshop: Number(workshop), audience }], onNews: hear });

function hear({ state, ideas, results, from_tables: tables, departments }) {
  draw(document, state);
  setTimer(state.ends_at);
  cards.put(ideas, state);
  suggest(state, ideas);
  part(state);
  count(results, new Map(tables));
  document.querySelector("[data-none]").hidden = state.ideas > 0;
  showAgenda(state.ordinal);
  showDepartments(new Map(departments));
}

// By which table an idea came, where people have worked at tables.
function showWay(line, { table, taken }) {
  line.hidden = !table;
  line.textContent = filled(taken ? line.dataset.plenary : line.dataset.table, { number: table });
}

function count(results, tables) {
  const got = new Map((results ?? []).map(([id, votes]) => [id, votes]));
  const most = Math.max(0, ...got.values());
  cards.each((row) => {
    const votes = got.get(Number(row.dataset.idea));
    row.querySelector('[data-slot="votes"]').textContent = votes ?? "–";
    row.querySelector('[data-slot="result"]').hidden = !votes;
    setTables(row, votes && tables.get(Number(row.dataset.idea)));
    setBar(row, most && votes ? votes / most : 0);
  });
  if (results && !list.contains(document.activeElement)) order(results);
}

function order(results) {
  for (const [id] of results) {
    const row = cards.find(id);
    if (row) list.append(row);
  }
}

function showAgenda(ordinal) {
  for (const button of document.querySelectorAll("[data-ordinal]")) {
    if (Number(button.dataset.ordinal) === ordinal) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  }
  const next = document.querySelector("[data-next]");
  next.hidden = ordinal === Number(next.dataset.last);
  document.querySelector("[data-previous]").hidden = ordinal === 1;
}

function showDepartments(joined) {
  for (const line of document.querySelectorAll("[data-department]")) {
    const n = joined.get(Number(line.dataset.department)) ?? 0;
    line.hidden = n === 0;
    line.querySelector(".number").textContent = n;
  }
}
