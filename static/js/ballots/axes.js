// The buttons of two scores, one for effect and one for feasibility: "e4f2".
import { offerBack, press } from "idedugnad/ballots/press.js";

const AXES = ["e", "f"];

export function draw(card, id, vote) {
  for (const axis of AXES) {
    for (const step of [1, 2, 3, 4, 5]) {
      press(card, `${axis}${step}`, scoreOn(axis, vote) === step, `${id}:${axis}${step}`);
    }
  }
  offerBack(card, id, Boolean(vote));
}

/** The vote when one axis is scored: the other stays as it was. */
export function after(before, value) {
  return AXES.map((axis) => scoreOn(axis, value) ?? scoreOn(axis, before))
    .map((score, n) => (score ? `${AXES[n]}${score}` : ""))
    .join("");
}

function scoreOn(axis, vote) {
  const found = String(vote ?? "").match(`${axis}(\\d)`);
  return found ? Number(found[1]) : undefined;
}
