// The programme at the desk: drawn again when another facilitator has changed the agenda.

export function programme() {
  const list = document.querySelector("[data-agenda]");
  const next = document.querySelector("[data-next]");

  // The page without a script is the answer; its programme is taken over here.
  return async function redraw(agenda) {
    const now = JSON.stringify(agenda);
    if (now === JSON.stringify(JSON.parse(list.dataset.agenda))) return;
    try {
      const answer = await fetch(location.pathname);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-agenda]");
      list.replaceChildren(...[...fresh.children].map((stage) => document.adoptNode(stage)));
      list.dataset.agenda = fresh.dataset.agenda;
      next.dataset.last = page.querySelector("[data-next]").dataset.last;
    } catch {
      // The next news tries again.
    }
  };
}
