// The phone of a participant: the page works without this; with it, it is live.
import { liveForms } from "idedugnad/acts.js";
import { draw } from "idedugnad/bind.js";
import { cardList } from "idedugnad/cards.js";
import { casting } from "idedugnad/casting.js";
import { say } from "idedugnad/notice.js";
import { drafting } from "idedugnad/drafting.js";
import { ordering } from "idedugnad/order.js";
import { parts } from "idedugnad/parts.js";
import { proposing } from "idedugnad/proposing.js";
import { reserving } from "idedugnad/reserving.js";
import { drawResults } from "idedugnad/results.js";
import { enterRoom } from "idedugnad/room.js";
import { seeing } from "idedugnad/seeing.js";
import { similar } from "idedugnad/similar.js";
import { setTimer } from "idedugnad/timer.js";
import { voting } from "idedugnad/voting.js";

const { code } = document.body.dataset;
const texts = JSON.parse(document.getElementById("texts").textContent);
const ideas = new Map();
let state = {};

const room = enterRoom({ hello: ["enter", { code }], onNews: hear, onOwn: own, onPresence: presence });
const ask = room.ask;
const form = document.getElementById("ballot");
const ballot = voting(form);
casting({ form, ask, texts, onCast: cast });
const part = parts();
drafting();
liveForms(texts.offline);
const offer = reserving(document.getElementById("reserve"));
const proposals = proposing({ form: document.getElementById("propose"), ask, code, texts });
similar({ form: document.getElementById("propose"), code });
const watch = seeing(ask);
const list = document.querySelector("[data-ideas]");
const order = ordering({ code, list, ideas, put: (fresh) => cards.put(fresh, state) });
const cards = cardList({
  list,
  admits: order.admits,
  template: document.getElementById("idea-template"),
  decorate(card) {
    ballot.show(card);
    watch(card);
  },
});

function cast(idea, value, { left }) {
  ballot.remember(idea, value);
  show({ ...state, left });
  if (left !== null) say(texts.left.replace("{left}", left));
}

function own(answer) {
  state = { ...state, left: answer.left };
  ballot.setAll(answer.mine.votes);
  proposals.send();
}

function hear(news) {
  const before = state.ordinal;
  for (const idea of news.ideas) ideas.set(idea.id, idea);
  const left = news.state.ordinal === before || before === undefined ? state.left : news.state.votes;
  show({ ...news.state, left });
  cards.put(news.ideas, state);
  order.settle(state);
  if (news.results) drawResults(news.results, ideas, state.method, news.from_tables);
  if (state.reserving) offer(news.results ?? [...ideas.keys()].map((id) => [id]), ideas);
  part(state);
  document.querySelector("[data-none]").hidden = state.ideas > 0;
  if (before !== undefined && before !== state.ordinal) turn();
}

function show(next) {
  state = next;
  draw(document, state);
  setTimer(state.ends_at);
  document.querySelector("[data-mine]").hidden =
    !state.silent || document.querySelector("[data-mine-list]").children.length === 0;
}

// A new stage is said aloud; the page scrolls up unless someone is writing.
function turn() {
  say(texts.stage.replace("{stage}", state.stage));
  if (!document.activeElement?.matches("textarea")) window.scrollTo({ top: 0 });
  room.ask("enter", { code }).then((answer) => answer?.ok && own(answer));
}

function presence(here) {
  const tag = document.getElementById("presence");
  tag.textContent = here ? tag.dataset.here : tag.dataset.away;
  tag.dataset.color = here ? "success" : "warning";
}
