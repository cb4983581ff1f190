// The ballot of a comparison: two ideas, the next two at once, and what was chosen so far.
import { cardOf, titleOf } from "idedugnad/ballots/cards.js";

const FEW = 3;
let pairs = [];
let chosen = [];
let asking = false;
/** The votes that are drawn already, so that each choice is taken in once. */
let known = new Map();

export const draw = () => {};

/** The stage has begun, or the phone is back: ask what comes next. */
export function begin(form) {
  known = new Map();
  ask(form);
}

/** Of two choices that wait, the later one between the same ideas counts. */
export const replaces = (newer, older) => same(pairOf(newer.idea, newer.value), pairOf(older.idea, older.value));

/** The latest choice of each idea, and one between the same two ideas. */
export function given(votes, idea, value) {
  const pair = pairOf(idea, value);
  const others = [...votes].filter(([one, said]) => !same(pairOf(one, said), pair));
  return new Map([...others, [idea, value]]);
}

export function drawAll(form, votes = known) {
  for (const [idea, value] of votes) {
    if (known.get(idea) !== value) take(idea, value);
  }
  if (pairs.length < FEW && votes !== known) ask(form);
  known = votes;
  drawPair(form.querySelector("[data-pairs]"), form);
  drawChosen(form.querySelector("[data-chosen-box]"), form);
}

function take(idea, value) {
  const pair = pairOf(idea, value);
  const kind = value.split("-")[0];
  chosen = chosen.filter(([one, two]) => !same([one, two], pair));
  pairs = pairs.filter((next) => !same(next, pair));
  if (kind === "back") pairs.unshift(pair);
  else chosen.unshift([...pair, kind === "like"]);
}

const pairOf = (idea, value) => [idea, Number(value.split("-")[1])];
const same = (one, two) => [...one].sort().join() === [...two].sort().join();
const there = (form) => ([idea, other]) => cardOf(form, idea) && cardOf(form, other);

async function ask(form) {
  if (asking) return;
  asking = true;
  try {
    const answer = await fetch(`/w/${document.body.dataset.code}/pairs`, { headers: { Accept: "application/json" } });
    if (answer.ok) ({ pairs, chosen } = await answer.json());
    for (const [idea, value] of known) take(idea, value); // given while the answer was on its way
  } catch {
    // Without a network the pairs that are left go on.
  }
  asking = false;
  drawAll(form);
}

function drawPair(section, form) {
  const next = pairs.find(there(form));
  section.querySelector("[data-pair]").hidden = !next;
  section.querySelector("[data-no-pair]").hidden = Boolean(next) || asking;
  if (!next) return;
  section.querySelectorAll("[data-side]").forEach((side, n) => {
    const [idea, other] = n === 0 ? next : [next[1], next[0]];
    const parts = cardOf(form, idea).querySelectorAll('[data-slot="headline"], [data-slot="text"], [data-slot="merged"]');
    side.querySelector('[data-slot="idea"]').replaceChildren(...[...parts].map((part) => part.cloneNode(true)));
    side.querySelector("button").value = `${idea}:over-${other}`;
  });
  section.querySelector('[data-act="like"]').value = `${next[0]}:like-${next[1]}`;
}

function drawChosen(box, form) {
  const shown = chosen.filter(there(form));
  box.hidden = shown.length === 0;
  const count = box.querySelector('[data-slot="count"]');
  count.textContent = count.dataset.name.replace("{n}", shown.length);
  box.querySelector("ol").replaceChildren(...shown.map((choice) => line(form, choice)));
}

function line(form, [idea, other, alike]) {
  const drawn = document.getElementById("choice-template").content.querySelector("li").cloneNode(true);
  const names = [titleOf(form, idea), titleOf(form, other)];
  drawn.querySelector('[data-slot="idea"]').textContent = names[0];
  drawn.querySelector('[data-slot="other"]').textContent = names[1];
  drawn.querySelector('[data-slot="over"]').hidden = alike;
  drawn.querySelectorAll('[data-slot="like"]').forEach((part) => (part.hidden = !alike));
  const values = { turn: `${other}:over-${idea}`, back: `${idea}:back-${other}` };
  for (const [act, value] of Object.entries(values)) {
    const button = drawn.querySelector(`[data-act="${act}"]`);
    button.value = value;
    button.setAttribute("aria-label", `${button.dataset.name}: ${names.join(", ")}`);
  }
  return drawn;
}
