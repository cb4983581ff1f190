// Draws this person's own votes on the ballot, by the way of voting of the stage.
import * as approval from "idedugnad/ballots/approval.js";
import * as axes from "idedugnad/ballots/axes.js";
import * as dots from "idedugnad/ballots/dots.js";
import * as opinion from "idedugnad/ballots/opinion.js";
import * as pairs from "idedugnad/ballots/pairs.js";
import * as ranking from "idedugnad/ballots/ranking.js";
import * as score from "idedugnad/ballots/score.js";

/**
 * One file for each way of voting: `draw(card, idea, vote)` shows the vote on the buttons, and
 * `after(before, value)`, where there is one, says what a vote becomes when only a part is given.
 * Where a vote on one idea concerns others, `moved(votes, idea, value, form)` gives all of them,
 * `taken(votes, idea, value, form)` is told of each tap, and `drawAll(form, votes)` draws what is
 * shown besides the cards. `begin(form)` is told that this person's votes have come, at the start
 * of a stage and whenever the phone is back, and `settled(form)` that the server has them all.
 */
const WAYS = { approval, axes, dots, opinion, pairs, ranking, score };

/** The word that withdraws a vote. */
const BACK = "back";

export function voting(form) {
  let votes = new Map();
  let way = "";
  let stage;

  /** The stage that has come: people vote in its way, or not at all. */
  function turn({ ordinal, voting: next }) {
    if (next === way && ordinal === stage) return;
    if (ordinal !== stage) votes = new Map();
    [way, stage] = [next, ordinal];
    showAll();
  }

  /** Draw this person's own vote on a card, with the buttons of this way of voting. */
  function show(card) {
    const id = Number(card.dataset.idea);
    const place = card.querySelector("[data-vote]");
    if (place.dataset.vote !== way) {
      place.dataset.vote = way;
      place.replaceChildren(...buttons(way));
    }
    WAYS[way]?.draw(card, id, votes.get(id));
    card.toggleAttribute("data-chosen", Boolean(votes.get(id)));
  }

  /** Draw again what is shown of the votes besides the cards: an idea may have changed or gone. */
  function redraw() {
    WAYS[way]?.drawAll?.(form, votes);
  }

  function showAll() {
    form.querySelectorAll("[data-idea]").forEach(show);
    redraw();
  }

  return {
    redraw,
    show,
    turn,
    /** Whether votes concern more than their own idea, so that each of them must be sent. */
    inOrder: () => Boolean(WAYS[way]?.moved),
    /** The whole vote on an idea when this is tapped. */
    whole: (idea, value) => (value === BACK ? value : (WAYS[way]?.after?.(votes.get(idea), value) ?? value)),
    taken: (idea, value) => WAYS[way]?.taken?.(votes, idea, value, form),
    begin: () => WAYS[way]?.begin?.(form),
    settled: () => WAYS[way]?.settled?.(form),
    /** All the votes as they are with one more. */
    applied(all, idea, value) {
      if (WAYS[way]?.moved) return WAYS[way].moved(all, idea, value, form);
      const next = new Map(all);
      if (value === BACK) next.delete(idea);
      else next.set(idea, value);
      return next;
    },
    /** Draw all the votes of this person in the stage. */
    setAll(all) {
      votes = all;
      showAll();
    },
  };
}

function buttons(way) {
  const template = document.getElementById(`ballot-${way}`);
  return template ? template.content.cloneNode(true).children : [];
}
