// The buttons of a vote with dots: give one, take one back.

export function draw(card, id, vote) {
  const dots = Number(vote) || 0;
  const give = card.querySelector('[data-act="give"]');
  const take = card.querySelector('[data-act="take"]');
  const mine = card.querySelector('[data-slot="mine"]');
  give.value = `${id}:${dots + 1}`;
  give.textContent = dots ? give.dataset.again : give.dataset.first;
  take.value = `${id}:${Math.max(0, dots - 1)}`;
  take.hidden = mine.hidden = dots === 0;
  mine.textContent = dots === 1 ? mine.dataset.one : mine.dataset.more.replace("{n}", dots);
}
