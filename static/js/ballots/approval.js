// The button of a vote by approval.
import { press } from "idedugnad/ballots/press.js";

export function draw(card, id, vote) {
  press(card, "approve", vote === 1, `${id}:${vote === 1 ? 0 : 1}`);
}
