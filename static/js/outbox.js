// Keeps what was written on this phone until the server has said that it is stored.

export function outbox(name) {
  const key = `idedugnad:${name}`;
  const read = () => JSON.parse(localStorage.getItem(key) ?? "[]");
  const write = (items) => localStorage.setItem(key, JSON.stringify(items));
  let sending = false;

  /** Send what waits, in order; `send` gives the server's answer, or null when there is none. */
  async function flush(send, onAnswer) {
    if (sending) return;
    sending = true;
    try {
      for (let item; (item = read()[0]); ) {
        const answer = await send(item);
        if (!answer) return;
        write(read().filter((kept) => kept.client_id !== item.client_id));
        onAnswer(item, answer);
      }
    } finally {
      sending = false;
    }
  }

  return { add: (item) => write([...read(), item]), waiting: read, flush };
}
