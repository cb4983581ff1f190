// Keeps a list of ideas as the server tells it: adds at the end what it admits, changes in place,
// removes.
import { draw } from "idedugnad/bind.js";
import { drawComments } from "idedugnad/comments.js";

export function cardList({ list, template, decorate = () => {}, decorateComment = () => {}, admits = () => true }) {
  const make = () => template.content.querySelector("[data-idea]").cloneNode(true);
  const needs = JSON.parse(list.dataset.needs);
  const find = (id) => list.querySelector(`[data-idea="${id}"]`);

  function put(idea, state) {
    let card = find(idea.id);
    if (idea.gone) return card?.remove();
    if (!card && !admits(idea)) return;
    if (!card) {
      card = make();
      card.dataset.idea = idea.id;
      card.id = `idea-${idea.id}`;
      list.append(card);
      draw(card, state);
    }
    fill(card, idea, list.dataset.goal);
    write(card, "need", needs[idea.need]);
    drawComments(card, idea.comments, decorateComment);
    decorate(card, idea);
  }

  return {
    put: (ideas, state) => ideas.forEach((idea) => put(idea, state)),
    each: (act) => list.querySelectorAll("[data-idea]").forEach(act),
    find,
  };
}

function fill(card, idea, goalText) {
  write(card, "headline", idea.headline);
  write(card, "text", idea.text);
  write(card, "goal", idea.goal && goalText.replace("{number}", idea.goal));
  const merged = card.querySelector('[data-slot="merged"]');
  merged.hidden = idea.merged.length === 0;
  merged.querySelector("ul").replaceChildren(...idea.merged.map(item));
}

function write(card, slot, text) {
  const place = card.querySelector(`[data-slot="${slot}"]`);
  place.hidden = !text;
  place.textContent = text || "";
}

function item(text) {
  const li = document.createElement("li");
  li.textContent = text;
  return li;
}
