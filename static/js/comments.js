// Draws what was said to an idea: two comments, and the rest folded.

const SHOWN = 2;

/** `said` are rows [id, text, hidden]; nothing is drawn anew while they are the same. */
export function drawComments(card, said, decorate) {
  const place = card.querySelector('[data-slot="comments"]');
  const now = JSON.stringify(said);
  if (place.dataset.said === now) return;
  place.dataset.said = now;
  place.hidden = said.length === 0;
  const lines = said.map((one) => line(one, decorate));
  const rest = place.querySelector("[data-rest]");
  place.querySelector("[data-first]").replaceChildren(...lines.slice(0, SHOWN));
  rest.querySelector("ul").replaceChildren(...lines.slice(SHOWN));
  rest.hidden = lines.length <= SHOWN;
  const more = rest.querySelector("summary");
  more.textContent = more.dataset.more.replace("{n}", lines.length - SHOWN);
}

function line(one, decorate) {
  const [id, text] = one;
  const template = document.getElementById("comment-template");
  const li = template.content.querySelector("[data-comment]").cloneNode(true);
  li.dataset.comment = id;
  li.querySelector('[data-slot="said"]').textContent = text;
  decorate(li, one);
  return li;
}
