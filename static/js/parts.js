// Shows what is special to a stage. The server draws it; it is fetched anew when there is news.
// Within a stage only what others have changed is drawn again: nothing moves that one writes in.

const CALM_MS = 1500;

export function parts() {
  const place = document.querySelector("[data-part]");
  const kinds = place.dataset.kinds.split(" ");
  let fetching = false;
  let again = false;

  /** Called after each news, and after an act of one's own. */
  return function hear({ kind }) {
    if (!kinds.includes(kind) && !place.firstElementChild?.dataset.key) return;
    if (fetching) again = true;
    else refresh();
  };

  async function refresh() {
    fetching = true;
    do {
      again = false;
      await draw();
      // Many phones hear the same news at once: they ask one after the other.
      await new Promise((rest) => setTimeout(rest, CALM_MS * (0.5 + Math.random())));
    } while (again);
    fetching = false;
  }

  async function draw() {
    try {
      const answer = await fetch(place.dataset.part);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      put(document.adoptNode(page.querySelector("[data-key]")));
    } catch {
      // Without a network it stays as it is, and the next news tries again.
    }
  }

  function put(next) {
    const now = place.firstElementChild;
    if (now?.dataset.key !== next.dataset.key) {
      const held = place.contains(document.activeElement);
      place.replaceChildren(next);
      if (held) focus(next.querySelector("h2"));
      place.dispatchEvent(new Event("drawn"));
      return;
    }
    for (const fresh of next.querySelectorAll("[data-fresh]")) swap(now, fresh);
  }

  function swap(now, fresh) {
    const old = now.querySelector(`[data-fresh="${fresh.dataset.fresh}"]`);
    if (!old || old.innerHTML === fresh.innerHTML) return;
    for (const { id } of old.querySelectorAll("details[open]")) {
      fresh.querySelector(`#${id}`)?.setAttribute("open", "");
    }
    const focused = old.contains(document.activeElement) && document.activeElement.id;
    old.replaceWith(fresh);
    if (focused) document.getElementById(focused)?.focus();
  }
}

function focus(heading) {
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
