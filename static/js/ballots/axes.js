// The buttons of two scores, one for effect and one for feasibility: "e4f2".
import { offerBack, press } from "idedugnad/ballots/press.js";

const AXES = ["e", "f"];

export function draw(card, id, vote) {
  for (const axis of AXES) {
    for (const step of [1, 2, 3, 4, 5]) {
      // A button sends both scores, so that what is sent last says all.
      const whole = together(vote, `${axis}${step}`);
      press(card, `${axis}${step}`, scoreOn(axis, vote) === step, `${id}:${whole}`);
    }
  }
  offerBack(card, id, Boolean(vote));
}

/** A score on one axis leaves the other as it was. */
export function given(votes, idea, value) {
  const next = new Map(votes);
  if (value === "back") next.delete(idea);
  else next.set(idea, together(votes.get(idea), value));
  return next;
}

function together(before, value) {
  const scores = AXES.map((axis) => scoreOn(axis, value) ?? scoreOn(axis, before));
  return scores.map((score, n) => (score ? `${AXES[n]}${score}` : "")).join("");
}

function scoreOn(axis, vote) {
  const found = String(vote ?? "").match(`${axis}(\\d)`);
  return found ? Number(found[1]) : undefined;
}
