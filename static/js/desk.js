// The facilitator's desk: the page works without this; with it, it is live.
import { liveForms } from "idedugnad/acts.js";
import { draw, filled, write } from "idedugnad/bind.js";
import { cardList } from "idedugnad/cards.js";
import { drafting } from "idedugnad/drafting.js";
import { address } from "idedugnad/hiding.js";
import { drawMatrix } from "idedugnad/matrix.js";
import { parts } from "idedugnad/parts.js";
import { programme } from "idedugnad/programme.js";
import { sayings, tell } from "idedugnad/results.js";
import { enterRoom } from "idedugnad/room.js";
import { suggestions } from "idedugnad/suggestions.js";
import { setTimer } from "idedugnad/timer.js";

const { workshop, audience } = document.body.dataset;
const texts = JSON.parse(document.getElementById("texts").textContent);
const list = document.querySelector("[data-ideas]");
const here = `/workshops/${workshop}`;
const CALM_MS = 2000;
let latest;
let calm = null;
/** What was last told of each row. */
const counted = new WeakMap();

const cards = cardList({
  list,
  template: document.getElementById("idea-template"),
  decorateComment: commentActs,
  decorate(row, idea) {
    row.toggleAttribute("data-hidden", idea.hidden);
    showWay(row.querySelector('[data-slot="way"]'), idea);
    row.querySelector("input").value = idea.id;
    const [split, hide, unhide] = ["split", "hide", "show"].map((act) => row.querySelector(`.desk-idea__acts [data-act="${act}"]`));
    split.hidden = idea.merged.length === 0;
    hide.hidden = idea.hidden;
    unhide.hidden = !idea.hidden;
    split.setAttribute("formaction", `${here}/groups/${idea.group ?? 0}/split`);
    address(hide, `${here}/ideas/${idea.id}/hide`, idea.id);
    unhide.setAttribute("formaction", `${here}/ideas/${idea.id}/show`);
  },
});

// The comment's own buttons, as those of its idea.
function commentActs(line, [id, , hidden]) {
  const [hide, unhide] = ["hide", "show"].map((act) => line.querySelector(`[data-act="${act}"]`));
  line.toggleAttribute("data-hidden", hidden);
  hide.hidden = hidden;
  unhide.hidden = !hidden;
  address(hide, `${here}/comments/${id}/hide`, id);
  unhide.setAttribute("formaction", `${here}/comments/${id}/show`);
}

const suggest = suggestions({ workshop, offline: texts.offline });

const part = parts();
drafting();
liveForms(texts.offline);
enterRoom({ hello: ["watch", { workshop: Number(workshop), audience }], onNews: hear, onPeople: people });

const redraw = programme();

function hear(news) {
  const { state, ideas, results, figures, departments, agenda } = news;
  draw(document, state);
  redraw(agenda).then(() => showAgenda(state.ordinal));
  setTimer(state.ends_at);
  cards.put(ideas, state);
  suggest(state, ideas);
  part(state);
  count(results, figures, state.method);
  drawMatrix(news);
  document.querySelector("[data-none]").hidden = state.ideas > 0;
  joined = new Map(departments);
  showDepartments();
}

// By which table an idea came, where people have worked at tables.
function showWay(line, { table, taken }) {
  line.hidden = !table;
  line.textContent = filled(taken ? line.dataset.plenary : line.dataset.table, { number: table });
}

// There may be hundreds of rows, and most votes change one: the others are left alone.
function count(results, figures, method) {
  const say = sayings(list, method);
  cards.each((row) => {
    const told = figures[row.dataset.idea];
    const said = JSON.stringify([method, told]);
    if (counted.get(row) === said) return;
    counted.set(row, said);
    row.querySelector('[data-slot="result"]').hidden = !told;
    tell(row, told, say);
  });
  orderCalmly(results);
}

// Rows that jump ten times a second can neither be read nor drawn.
function orderCalmly(results) {
  latest = results;
  if (calm) return;
  order(latest);
  calm = setTimeout(() => {
    calm = null;
    order(latest);
  }, CALM_MS);
}

// Only what has moved is put elsewhere, and nothing under a focus.
function order(results) {
  if (!results || list.contains(document.activeElement)) return;
  let next = list.firstElementChild;
  for (const row of results.map(([id]) => cards.find(id)).filter(Boolean)) {
    if (row === next) next = row.nextElementSibling;
    else list.insertBefore(row, next);
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

// Who has joined, and of those who is connected now.
let present = null;
let joined = new Map();

function people(rows) {
  present = new Map(rows);
  showDepartments();
}

function showDepartments() {
  for (const line of document.querySelectorAll("[data-department]")) {
    const n = joined.get(Number(line.dataset.department)) ?? 0;
    line.hidden = n === 0;
    const here = Math.min(n, present?.get(Number(line.dataset.department)) ?? 0);
    const number = line.querySelector(".number");
    write(number, present ? filled(number.dataset.present, { here, joined: n }) : n);
  }
}
