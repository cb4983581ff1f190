// Draws this person's own votes on the ballot.

export function voting(form) {
  const votes = new Map();

  /** This person's vote on an idea, from now on. */
  function remember(idea, value) {
    votes.set(idea, value);
    const card = form.querySelector(`[data-idea="${idea}"]`);
    if (card) show(card);
  }

  /** Draw this person's own vote on a card. */
  function show(card) {
    const id = Number(card.dataset.idea);
    const vote = votes.get(id);
    showDots(card, id, typeof vote === "number" ? vote : 0);
    press(card, "approve", vote === 1, `${id}:${vote === 1 ? 0 : 1}`);
    for (const opinion of ["agree", "disagree", "pass"]) {
      press(card, opinion, vote === opinion, `${id}:${opinion}`);
    }
  }

  return {
    show,
    remember,
    setAll(all) {
      votes.clear();
      for (const [idea, vote] of Object.entries(all)) votes.set(Number(idea), vote);
      form.querySelectorAll("[data-idea]").forEach(show);
    },
  };
}

function showDots(card, id, dots) {
  const give = card.querySelector('[data-act="give"]');
  const take = card.querySelector('[data-act="take"]');
  const mine = card.querySelector('[data-slot="mine"]');
  give.value = `${id}:${dots + 1}`;
  give.textContent = dots ? give.dataset.again : give.dataset.first;
  take.value = `${id}:${Math.max(0, dots - 1)}`;
  take.hidden = mine.hidden = dots === 0;
  mine.textContent = dots === 1 ? mine.dataset.one : mine.dataset.more.replace("{n}", dots);
  card.toggleAttribute("data-chosen", dots > 0);
}

function press(card, act, pressed, value) {
  const button = card.querySelector(`[data-act="${act}"]`);
  button.value = value;
  button.dataset.variant = pressed ? "primary" : "secondary";
  button.setAttribute("aria-pressed", String(pressed));
}
