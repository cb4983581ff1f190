// The buttons of a score from 1 to 5.
import { offerBack, press } from "idedugnad/ballots/press.js";

export function draw(card, id, vote) {
  for (const step of [1, 2, 3, 4, 5]) press(card, `score-${step}`, vote === step, `${id}:${step}`);
  offerBack(card, id, Boolean(vote));
}
