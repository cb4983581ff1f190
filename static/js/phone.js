// The phone of a participant: the page works without this; with it, it is live.
import { liveForms } from "idedugnad/acts.js";
import { draw } from "idedugnad/bind.js";
import { cardList } from "idedugnad/cards.js";
import { casting } from "idedugnad/casting.js";
import { commenting } from "idedugnad/commenting.js";
import { drafting } from "idedugnad/drafting.js";
import { tell } from "idedugnad/notice.js";
import { ordering } from "idedugnad/order.js";
import { parts } from "idedugnad/parts.js";
import { proposing } from "idedugnad/proposing.js";
import { reserving } from "idedugnad/reserving.js";
import { enterRoom } from "idedugnad/room.js";
import { seeing } from "idedugnad/seeing.js";
import { similar } from "idedugnad/similar.js";
import { setTimer } from "idedugnad/timer.js";
import { voting } from "idedugnad/voting.js";

const { code } = document.body.dataset;
const texts = JSON.parse(document.getElementById("texts").textContent);
const ideas = new Map();
const results = () => import("idedugnad/results.js"); // no phone needs it before a vote is closed
let state = {};

const room = enterRoom({ hello: ["enter", { code }], onNews: hear, onOwn: own, onPresence: presence });
const ask = room.ask;
const form = document.getElementById("ballot");
const ballot = voting(form);
const casts = casting({
  form,
  ask,
  code,
  texts,
  ballot,
  stage: () => state.stage_id ?? Number(document.body.dataset.stage),
  title: (id) => ideas.get(id)?.headline || ideas.get(id)?.text || titleOn(id),
  onLeft: left,
  renew,
});
const said = commenting({ form, ask, code, texts });
const part = parts();
drafting();
liveForms(texts.kept);
const offer = reserving(document.getElementById("reserve"), code);
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
    casts.mark(card);
    said.keep(card);
    watch(card);
  },
});

// Before the first news, an idea is known by its card alone.
const titleOn = (id) => list.querySelector(`[data-idea="${id}"] [data-slot="headline"]`).textContent;

function left(dots) {
  state = { ...state, left: dots };
  if (state.kind) show(state);
}

function own(answer) {
  state = { ...state, stage_id: answer.state.stage_id };
  ballot.turn(answer.state);
  casts.own({ votes: answer.mine.votes, left: answer.left });
  proposals.send();
  said.send();
}

function hear(news) {
  const before = state.ordinal;
  for (const idea of news.ideas) ideas.set(idea.id, idea);
  ballot.turn(news.state);
  show({ ...news.state, left: state.left });
  casts.begin(state);
  cards.put(news.ideas, state);
  if (news.ideas.length) ballot.redraw();
  order.settle(state);
  if (news.results) results().then(({ drawResults }) => drawResults(news, ideas));
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

// A new stage is said aloud; the page scrolls up unless someone is writing. A field that only
// has the focus is let go: what the stage is about would lie above it, unseen.
function turn() {
  tell(texts.stage.replace("{stage}", state.stage));
  const field = document.activeElement;
  if (!field?.matches("textarea") || !field.value.trim()) {
    field?.blur();
    window.scrollTo({ top: 0 });
  }
  renew();
}

function renew() {
  room.ask("enter", { code }).then((answer) => answer?.ok && own(answer));
}

function presence(here) {
  const tag = document.getElementById("presence");
  tag.textContent = here ? tag.dataset.here : tag.dataset.away;
  tag.dataset.color = here ? "success" : "warning";
}
