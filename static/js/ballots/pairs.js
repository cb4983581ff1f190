// The ballot of a comparison: two ideas, the next two at once, and what was chosen so far.
import { cardOf, titleOf } from "idedugnad/ballots/cards.js";

const FEW = 3;
let pairs = [];
let chosen = [];
let asking = false;
let taps = 0;

export const draw = () => {};

/** A stage has begun, or the phone has come back: ask what comes next. */
export function begin(form) {
  ask(form);
}

/** There are no votes on single ideas. */
export const moved = (votes) => votes;

/** After a vote: the next pair. */
export function taken(_votes, idea, value) {
  const [kind, other] = value.split("-");
  const pair = [idea, Number(other)];
  chosen = chosen.filter(([one, two]) => !same([one, two], pair));
  pairs = pairs.filter((next) => !same(next, pair));
  if (kind === "back") pairs.unshift(pair);
  else chosen.unshift([...pair, kind === "like"]);
  taps++;
}

/** The server has all that was chosen: now it knows what comes next. */
export function settled(form) {
  if (pairs.length < FEW) ask(form);
}

export function drawAll(form) {
  drawPair(form.querySelector("[data-pairs]"), form);
  drawChosen(form.querySelector("[data-chosen-box]"), form);
}

const same = (one, two) => [...one].sort().join() === [...two].sort().join();
const there = (form) => ([idea, other]) => cardOf(form, idea) && cardOf(form, other);

async function ask(form) {
  if (asking) return;
  asking = true;
  const before = taps;
  try {
    const answer = await fetch(`/w/${document.body.dataset.code}/pairs`, { headers: { Accept: "application/json" } });
    const told = await answer.json();
    // What was chosen meanwhile is not in the answer.
    if (answer.ok && taps === before) ({ pairs, chosen } = told);
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
