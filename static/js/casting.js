// Sends votes as they are given. They are kept on the phone until the server has them, each with
// the moment it was given, so that none is lost with the network.
import { write } from "idedugnad/bind.js";
import { say } from "idedugnad/notice.js";
import { newId, outbox } from "idedugnad/outbox.js";
import { post } from "idedugnad/posting.js";
import { clock } from "idedugnad/room.js";

const AGAIN_MS = 5000;
const LONGEST_TITLE = 80;

/**
 * `ballot` draws votes on the cards; `stage()` is the id of the stage the phone is at;
 * `title(idea)` names an idea; `onLeft(left)` is told of the dots that are left; `renew()` asks
 * the server for what it has stored.
 */
export function casting({ form, ask, code, texts, ballot, stage, title, onLeft, renew }) {
  let stored = new Map();
  const received = new Set();
  let storedLeft = null;
  let at = stage();
  let again;
  const box = outbox(`votes:${code}`, {
    replaces: (newer, older) => newer.stage === older.stage && ballot.replaces(newer, older),
    // What is taken back makes room for what is given.
    first: (vote) => storedLeft !== null && vote.stage === stage() && dots(vote.value) < dots(stored.get(vote.idea)),
  });

  form.addEventListener("submit", (event) => {
    if (event.submitter.name !== "vote") return;
    event.preventDefault();
    const [idea, typed] = event.submitter.value.split(":");
    cast(Number(idea), /^\d+$/.test(typed) ? Number(typed) : typed);
  });
  window.addEventListener("online", send);
  box.onElsewhere(renew);

  function cast(idea, value) {
    const before = drawn().get(idea);
    const spent = left() !== null && dots(value) - dots(before) > left();
    if (spent && !navigator.onLine) return say(texts.spent, "warning");
    const given = clock.known ? Math.round(Date.now() + clock.offset) : null;
    box.add({ client_id: newId(), idea, value, at: given, stage: stage(), title: title(idea), cast: Date.now() });
    received.delete(idea);
    draw();
    if (!navigator.onLine) say(texts.offline, "warning");
    send();
  }

  function send() {
    clearTimeout(again);
    return box.flush(deliver, answered);
  }

  async function deliver(vote) {
    const answer = (await ask("vote", said(vote))) ?? (await post(form, fields(vote)));
    if (!answer) again = setTimeout(send, AGAIN_MS);
    return answer;
  }

  function answered(vote, answer) {
    const here = vote.stage === stage();
    // The vote may have been stored before, and the answer lost.
    const known = here && answer.code === "voting_closed" && stored.get(vote.idea) === vote.value;
    if (here && answer.ok) {
      stored = ballot.given(stored, vote.idea, vote.value);
      storedLeft = answer.left;
    }
    if (here && (answer.ok || known)) received.add(vote.idea);
    draw();
    if (!answer.ok && here && storedLeft === null) renew();
    if (!answer.ok && !known) refuse(vote, answer.message);
    else if (answer.late) say(texts.late);
    else if (here && left() !== null) say(texts.left.replace("{left}", left()));
  }

  // Whoever has just tapped knows which idea it is about; later, it must be said.
  function refuse(vote, why) {
    const fresh = Date.now() - vote.cast < AGAIN_MS;
    const idea = vote.title.slice(0, LONGEST_TITLE);
    say(fresh ? why : texts.refused.replace("{idea}", idea).replace("{why}", why), "warning");
  }

  function draw() {
    ballot.setAll(drawn());
    form.querySelectorAll("[data-idea]").forEach(mark);
    onLeft(left());
  }

  /** The votes as they are shown: those that wait come on top of those that are stored. */
  function drawn() {
    return waitingHere().reduce((votes, { idea, value }) => ballot.given(votes, idea, value), stored);
  }

  function mark(card) {
    const idea = Number(card.dataset.idea);
    const place = card.querySelector('[data-slot="mark"]');
    const text = waitingHere().some((vote) => vote.idea === idea) ? texts.waiting : received.has(idea) ? texts.received : "";
    write(place, text);
  }

  const waitingHere = () => box.waiting().filter((vote) => vote.stage === stage());

  function left() {
    if (storedLeft === null) return null;
    const more = waitingHere().map(({ idea, value }) => dots(value) - dots(stored.get(idea)));
    return storedLeft - more.reduce((sum, n) => sum + n, 0);
  }

  /** Take over what the server has stored of this person's, and send what waits. */
  function own({ votes, left: dotsLeft }) {
    if (at !== stage()) received.clear();
    at = stage();
    stored = new Map(Object.entries(votes).map(([idea, value]) => [Number(idea), value]));
    storedLeft = dotsLeft;
    draw();
    ballot.begin();
    return send();
  }

  /** A stage begins, in which nothing is given until the server says otherwise. */
  function begin({ voting, votes }) {
    if (at !== stage()) own({ votes: {}, left: voting === "dots" ? votes : null });
  }

  return { begin, own, mark };
}

const dots = (value) => (typeof value === "number" ? value : 0);
const said = ({ idea, value, at, stage }) => ({ idea, value, at, stage });
const fields = ({ idea, value, at, stage }) => ({ vote: `${idea}:${value}`, at, stage });
