// The ballot of a ranking: the person's list, which is ordered by buttons, by dragging a handle,
// or by the arrow keys on it. To move an idea is to vote that it gets another place.
import { cardOf, titleOf } from "idedugnad/ballots/cards.js";
import { dragging } from "idedugnad/ballots/dragging.js";
import { filled } from "idedugnad/bind.js";
import { say } from "idedugnad/notice.js";

const LAST = 99;
const STEPS = { ArrowUp: -1, ArrowDown: 1 };

export function draw(card, id, place) {
  const mine = card.querySelector('[data-slot="mine"]');
  mine.hidden = !place;
  mine.textContent = mine.dataset.place.replace("{n}", place);
  const button = card.querySelector('[data-act="take-in"]');
  button.value = `${id}:${place ? 0 : LAST}`;
  button.textContent = place ? button.dataset.out : button.dataset.in;
  button.dataset.variant = place ? "tertiary" : "secondary";
}

/** The places when this idea gets this one: the others make room. */
export function given(votes, idea, place) {
  const order = inOrder(votes).filter((other) => other !== idea);
  if (place > 0) order.splice(place - 1, 0, idea);
  return new Map(order.map((id, n) => [id, n + 1]));
}

/** Where an idea shall be depends on where the others are: every move counts. */
export const replaces = () => false;

/** Draw the list; what had the focus keeps it. */
export function drawAll(form, votes) {
  const list = form.querySelector("[data-ranked-list]");
  const held = document.activeElement;
  const from = list.contains(held) ? [held.closest("li").dataset.rankedIdea, held.dataset.act] : null;
  const order = listOf(form, votes);
  list.replaceChildren(...order.map((id, n) => line(form, id, n + 1, order.length)));
  if (from) focusOn(form, list, ...from);
}

/** The ideas on the list that are still there, the best first. */
const listOf = (form, votes) => inOrder(votes).filter((id) => cardOf(form, id));

const inOrder = (votes) => [...votes.keys()].sort((one, other) => votes.get(one) - votes.get(other));

function line(form, id, place, count) {
  const template = document.getElementById("ranked-template");
  const drawn = template.content.querySelector("li").cloneNode(true);
  const find = (act) => drawn.querySelector(`[data-act="${act}"]`);
  drawn.dataset.rankedIdea = id;
  drawn.querySelector('[data-slot="place"]').textContent = place;
  for (const name of drawn.querySelectorAll('[data-slot="title"], [data-slot="name"]')) {
    name.textContent = titleOf(form, id);
  }
  find("up").value = `${id}:${place - 1}`;
  find("up").disabled = place === 1;
  find("down").value = `${id}:${place + 1}`;
  find("down").disabled = place === count;
  find("out").value = `${id}:0`;
  for (const [act, next] of [["up", place - 1], ["down", place + 1], ["out", 0]]) {
    find(act).addEventListener("click", () => tell(form, id, next));
  }
  const put = (next) => next >= 1 && next <= count && next !== place && send(form, id, next);
  const handle = find("handle");
  handle.hidden = false;
  handle.addEventListener("keydown", (event) => {
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    put(place + STEPS[event.key]);
  });
  dragging(handle, drawn, put);
  return drawn;
}

function send(form, id, place) {
  tell(form, id, place);
  const button = form.querySelector("[data-move]");
  button.value = `${id}:${place}`;
  form.requestSubmit(button);
}

function focusOn(form, list, id, act) {
  const line = list.querySelector(`[data-ranked-idea="${id}"]`);
  const button = line?.querySelector(`[data-act="${act}"]`);
  const next = button && !button.disabled ? button : line?.querySelector('[data-act="handle"]');
  (next ?? form.querySelector("#ranked-title")).focus();
}

function tell(form, id, place) {
  const { said, takenOut } = form.querySelector("[data-ranked]").dataset;
  say(filled(place > 0 ? said : takenOut, { title: titleOf(form, id), n: place }));
}
