// At the desk: finds similar ideas when asked, and says how far the ideas have been read.
import { filled, write } from "idedugnad/bind.js";
import { say } from "idedugnad/notice.js";

const EVERY_MS = 5000;

export function suggestions({ workshop, offline }) {
  const room = document.querySelector("[data-suggestions]");
  const form = room.querySelector("[data-suggest]");
  const place = room.querySelector("[data-place]");
  const line = room.querySelector("[data-coverage]");
  const key = `idedugnad:apart:${workshop}`;
  const apart = () => JSON.parse(sessionStorage.getItem(key) ?? "[]");
  let showing = null;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
  place.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-apart]")) return;
    event.preventDefault();
    sessionStorage.setItem(key, JSON.stringify([...apart(), event.submitter.value]));
    find();
  });
  setInterval(() => showing && !document.hidden && cover(), EVERY_MS);

  // The page without a script is the answer; its part with the suggestions is taken over here.
  async function find() {
    try {
      const asked = new URLSearchParams(apart().map((ideas) => ["apart", ideas]));
      const answer = await fetch(`${form.action}?${asked}`);
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      place.replaceChildren(document.adoptNode(page.querySelector("[data-found]")));
      place.querySelector("h2").focus();
    } catch {
      say(offline, "danger");
    }
  }

  // What was merged or hidden, at this desk or another, is no longer suggested.
  function drop(ideas) {
    const shown = place.querySelector("[data-suggestion]");
    const away = ideas.filter((idea) => idea.gone || idea.hidden);
    for (const { id } of away) place.querySelector(`[data-like="${id}"]`)?.closest("[data-suggestion]").remove();
    if (shown && !place.querySelector("[data-suggestion]")) find();
    else if (shown && !shown.isConnected) place.querySelector("h2").focus();
  }

  async function cover() {
    try {
      const answer = await fetch(`/workshops/${workshop}/coverage`, { headers: { Accept: "application/json" } });
      const coverage = await answer.json();
      write(line, filled(line.dataset.coverage, coverage));
      line.hidden = !showing || !coverage.ideas;
      coverage.exposure.forEach(expose);
    } catch {
      line.hidden = true;
    }
  }

  // How each idea was met, on its own row.
  function expose([id, shown, passed, unshown]) {
    const place = document.querySelector(`[data-idea="${id}"] [data-slot="exposure"]`);
    if (!place) return;
    const sentences = place.closest("[data-exposure]").dataset;
    const sentence = passed === null ? sentences.exposure : sentences.passed;
    write(place, filled(sentence, { shown, passed, unshown }));
    place.hidden = !showing;
  }

  return function hear(state, ideas) {
    const begins = state.showing && showing !== state.ordinal;
    showing = state.showing ? state.ordinal : null;
    if (begins) cover();
    if (!showing) line.hidden = true;
    drop(ideas);
  };
}
