// The projector: follows the workshop; results move at most every two seconds.
import { draw } from "idedugnad/bind.js";
import { parts } from "idedugnad/parts.js";
import { drawResults } from "idedugnad/results.js";
import { enterRoom } from "idedugnad/room.js";
import { setTimer } from "idedugnad/timer.js";

const CALM_MS = 2000;
const { workshop, audience } = document.body.dataset;
const ideas = new Map();
const part = parts();
let latest = null;
let calm = null;

addEventListener("resize", fit);
enterRoom({ hello: ["watch", { workshop: Number(workshop), audience }], onNews: hear });

function hear(news) {
  for (const idea of news.ideas) ideas.set(idea.id, idea);
  draw(document, news.state);
  setTimer(news.state.ends_at);
  part(news.state);
  const revealed = news.results && !latest?.results;
  latest = news;
  if (revealed || !calm) settle();
}

function settle() {
  clearTimeout(calm);
  drawResults(latest, ideas);
  fit();
  const shown = latest;
  calm = setTimeout(() => {
    calm = null;
    if (latest !== shown) settle();
  }, CALM_MS);
}

// Half a row can be read by nobody: where the window is low, fewer are shown.
function fit() {
  const beside = matchMedia("(min-width: 50rem)").matches;
  const [, ...rows] = document.querySelectorAll("[data-results] > *, [data-apart]:not([hidden])");
  for (const row of rows) row.hidden = false;
  for (const row of rows) row.hidden = beside && row.getBoundingClientRect().bottom > innerHeight;
}
