// Keeps what was done on this phone until the server has said that it is stored.

/**
 * `replaces(newer, older)` says that what waits need not be sent any more; `first(item)` that it
 * is sent before what has waited longer.
 */
export function outbox(name, { replaces = () => false, first = () => false } = {}) {
  const key = `idedugnad:${name}`;
  const read = () => JSON.parse(localStorage.getItem(key) ?? "[]");
  const write = (items) => localStorage.setItem(key, JSON.stringify(items));
  let sending = false;

  const next = () => read().find(first) ?? read()[0];

  /** Send what waits, one at a time; `send` gives the server's answer, or null when there is none. */
  async function flush(send, onAnswer) {
    if (sending) return;
    sending = true;
    try {
      await alone(key, async () => {
        for (let item; (item = next()); ) {
          const answer = await send(item);
          if (!answer) return;
          write(read().filter((kept) => kept.client_id !== item.client_id));
          onAnswer(item, answer);
        }
      });
    } finally {
      sending = false;
    }
  }

  const add = (item) => write([...read().filter((older) => !replaces(item, older)), item]);

  /** Hear when another tab of this phone has kept something or sent it. */
  const onElsewhere = (act) => window.addEventListener("storage", (event) => event.key === key && act());

  return { add, waiting: read, flush, onElsewhere };
}

/** A name for something that was made on this phone: sent twice, it is stored once. */
export const newId = () => crypto.randomUUID?.() ?? String(Math.random()).slice(2);

// Two tabs share what waits, and must not both send it. Without https a browser has no locks.
function alone(name, act) {
  return navigator.locks ? navigator.locks.request(name, act) : act();
}
