// While someone writes, says which ideas theirs is like. It never stands in the way of sending.

const FEWEST_CHARACTERS = 12;
const PAUSE_MS = 800;
const APART_MS = 2500;

export function similar({ form, code }) {
  const text = form.elements.text;
  const box = document.querySelector("[data-similar]");
  const list = box.querySelector("ul");
  let pause;
  let askedAt = 0;
  let shown = "";

  text.addEventListener("input", () => {
    clearTimeout(pause);
    if (written().length < FEWEST_CHARACTERS) return show([]);
    pause = setTimeout(ask, Math.max(PAUSE_MS, askedAt + APART_MS - Date.now()));
  });
  form.addEventListener("submit", () => {
    clearTimeout(pause);
    show([]);
  });

  const written = () => text.value.trim();

  async function ask() {
    askedAt = Date.now();
    const said = written();
    const ideas = await answerTo(said);
    if (ideas && said === written()) show(ideas);
  }

  async function answerTo(said) {
    try {
      // What is not sent yet stands in no address, which servers write down.
      const body = new FormData(form);
      body.set("text", said.slice(0, 500));
      const answer = await fetch(`/w/${code}/similar`, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
      });
      return (await answer.json()).ideas;
    } catch {
      return null;
    }
  }

  // The same ideas again are not said again to whoever listens.
  function show(ideas) {
    const next = ideas.map((idea) => idea.id).join();
    if (next === shown) return;
    shown = next;
    list.replaceChildren(...ideas.map(item));
    box.hidden = ideas.length === 0;
  }
}

function item(idea) {
  const li = document.createElement("li");
  li.textContent = idea.headline;
  return li;
}
