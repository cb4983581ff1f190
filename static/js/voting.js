// Draws this person's own votes on the ballot, by the way of voting of the stage.

/**
 * The ways of voting that have been loaded: one file for each, which a phone that never votes in
 * that way never gets. `draw(card, idea, vote)` shows the vote on the buttons. Where there is more
 * to it, `given(votes, idea, value)` is what all the votes become when this one is given,
 * `replaces(newer, older)` whether a vote makes an older one that waits needless,
 * `drawAll(form, votes)` draws what is shown besides the cards, and `begin(form)` is told that the
 * stage has begun or that the phone is back.
 */
const WAYS = {};

/** The word that withdraws a vote. */
const BACK = "back";

export function voting(form) {
  let votes = new Map();
  let way = "";
  let stage;

  /** The stage that has come: people vote in its way, or not at all. */
  function turn({ ordinal, voting: next }) {
    const begins = next !== way || ordinal !== stage;
    if (!begins && (!way || WAYS[way])) return;
    if (ordinal !== stage) votes = new Map();
    [way, stage] = [next, ordinal];
    if (way && !WAYS[way]) load(way);
    else showAll();
  }

  async function load(name) {
    try {
      WAYS[name] = await import(`idedugnad/ballots/${name}.js`);
    } catch {
      return; // the buttons that the server has drawn work as the form that they are
    }
    if (name !== way) return;
    WAYS[way].begin?.(form);
    showAll();
  }

  /** What the votes become when this one is given; those that were are left as they are. */
  function given(all, idea, value) {
    if (WAYS[way]?.given) return WAYS[way].given(all, idea, value);
    const next = new Map(all);
    if (value === BACK) next.delete(idea);
    else next.set(idea, value);
    return next;
  }

  /** Draw this person's own vote on a card, with the buttons of this way of voting. */
  function show(card) {
    const id = Number(card.dataset.idea);
    const place = card.querySelector("[data-vote]");
    if (way && !WAYS[way]) return;
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
    given,
    redraw,
    show,
    turn,
    /** Whether a newer vote makes an older one, which still waits to be sent, needless. */
    replaces: (newer, older) => WAYS[way]?.replaces?.(newer, older) ?? newer.idea === older.idea,
    /** This person's votes have come from the server. */
    begin: () => WAYS[way]?.begin?.(form),
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
