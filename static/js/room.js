// The connection to a workshop: comes in, hears what is new, and notices when it missed something.
import { io } from "socket.io-client";

const PATIENCE_MS = 5000;

/**
 * Enter a workshop and stay in it. `hello` is the event and message to enter by;
 * `onNews(news)` gets every newer truth, `onOwn(answer)` what is this visitor's own,
 * `onPresence(here)` whether the server can be reached, `onPeople(present)` who is in the room.
 */
export function enterRoom({ hello: [event, message], onNews, onOwn = () => {}, onPresence = () => {}, onPeople = () => {} }) {
  const socket = io("/workshop", { transports: ["websocket", "polling"], tryAllTransports: true });
  let version = -1;

  async function enter() {
    const answer = await ask(event, message);
    if (!answer?.ok) return;
    version = answer.version;
    clock.offset = answer.now - Date.now();
    clock.known = true;
    onOwn(answer);
    if (answer.present) onPeople(answer.present);
    onNews(answer);
    onPresence(true);
    document.body.dataset.live = "yes";
  }

  function hear(news) {
    if (news.version <= version) return;
    if (news.from > version) return enter();
    version = news.version;
    onNews(news);
  }

  // A phone whose screen was locked has lost its socket without being told.
  function comeBack() {
    if (socket.connected) enter();
    else socket.connect();
  }

  async function ask(name, said) {
    try {
      return await socket.timeout(PATIENCE_MS).emitWithAck(name, said);
    } catch {
      return null;
    }
  }

  socket.on("connect", enter);
  socket.on("news", hear);
  socket.on("present", onPeople);
  socket.on("disconnect", () => onPresence(false));
  socket.on("connect_error", () => onPresence(false));
  window.addEventListener("online", comeBack);
  window.addEventListener("pageshow", (shown) => shown.persisted && comeBack());
  return { ask: (name, said) => (socket.connected ? ask(name, said) : Promise.resolve(null)) };
}

/** How far the server's clock is ahead of this one, in milliseconds. */
export const clock = { offset: 0, known: false };
