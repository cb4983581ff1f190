// Tells the server which ideas have been on the screen, so that shares can be counted fairly.

const GATHER_MS = 2000;

export function seeing(ask) {
  const told = new Set();
  const fresh = new Set();
  let waiting = null;

  const observer = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach(saw),
    { threshold: 0.5 },
  );

  function saw({ target }) {
    observer.unobserve(target);
    const id = Number(target.dataset.idea);
    if (told.has(id)) return;
    fresh.add(id);
    waiting ??= setTimeout(tell, GATHER_MS);
  }

  async function tell() {
    waiting = null;
    const ideas = [...fresh];
    const answer = await ask("seen", { ideas });
    if (!answer?.ok) return void (waiting = setTimeout(tell, GATHER_MS));
    for (const id of ideas) {
      told.add(id);
      fresh.delete(id);
    }
  }

  return (card) => observer.observe(card);
}
