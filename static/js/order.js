// Shows the ideas in this phone's own order, and keeps the list still: what is there does not
// move, what is new comes last, or waits while the list is frozen.

const PATIENCE_MS = 1500;

/** `ideas` maps ids to the newest of each idea; `put(ideas)` draws those that were let in. */
export function ordering({ code, list, ideas, put }) {
  const bar = document.querySelector("[data-freeze]");
  const button = bar.querySelector("button");
  const freezeText = button.textContent;
  const waiting = new Set();
  const drawn = list.children.length > 0; // by the server, in the order of this phone
  let frozen = false;
  let arranged;

  bar.hidden = false;
  button.addEventListener("click", () => freeze(!frozen));

  function admits(idea) {
    if (frozen) waiting.add(idea.id);
    return !frozen;
  }

  /** Called after each news: arranges the list when a stage that shows ideas has begun. */
  function settle({ showing, shown, ordinal }) {
    const stage = showing && !shown ? ordinal : null;
    const begins = stage !== null && stage !== arranged;
    const known = arranged === undefined && drawn;
    arranged = stage;
    if (begins) freeze(false);
    if (begins && !known) arrange();
    count();
  }

  async function arrange() {
    // Nothing moves under a finger or a focus.
    if (list.contains(document.activeElement) || list.matches(":active")) return;
    list.hidden = true;
    const order = (await ask()) ?? shuffled([...list.children].map((card) => card.dataset.idea));
    const cards = order.map((id) => list.querySelector(`[data-idea="${id}"]`));
    list.prepend(...cards.filter((card) => card));
    list.hidden = false;
  }

  async function ask() {
    try {
      const answer = await fetch(`/w/${code}/order`, {
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout?.(PATIENCE_MS),
      });
      return (await answer.json()).ideas ?? null;
    } catch {
      return null;
    }
  }

  function freeze(next) {
    frozen = next;
    button.textContent = frozen ? button.dataset.release : freezeText;
    if (!frozen) put([...waiting].map((id) => ideas.get(id)));
    if (!frozen) waiting.clear();
    count();
  }

  function count() {
    const n = [...waiting].filter((id) => !ideas.get(id).gone).length;
    const text = n === 1 ? bar.dataset.one : bar.dataset.more.replace("{n}", n);
    bar.querySelector("[data-waiting]").textContent = n ? text : "";
  }

  return { admits, settle };
}

function shuffled(ids) {
  for (let n = ids.length - 1; n > 0; n--) {
    const other = Math.floor(Math.random() * (n + 1));
    [ids[n], ids[other]] = [ids[other], ids[n]];
  }
  return ids;
}
