// The buttons of an opinion on a statement.
import { offerBack, press } from "idedugnad/ballots/press.js";

export function draw(card, id, vote) {
  for (const opinion of ["agree", "disagree", "pass"]) press(card, opinion, vote === opinion, `${id}:${opinion}`);
  offerBack(card, id, Boolean(vote));
}
