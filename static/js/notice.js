// Says something to the one who acts: on the page at once, to a screen reader without hurry.

const CALM_MS = 5000;
const shown = document.getElementById("notice");
const spoken = document.getElementById("spoken");
const refused = document.getElementById("refused");
let warnedAt = -CALM_MS;
let silence;
let spokenAt = -CALM_MS;
let waiting;

/** Tell of an own act or a change of stage; with a colour, that something did not work. */
export function say(text, color = "info") {
  if (!shown || !text) return;
  warnedAt = color === "info" ? -CALM_MS : performance.now();
  shown.textContent = text;
  shown.dataset.color = color;
  delete shown.dataset.empty;
  clearTimeout(silence);
  silence = setTimeout(hush, color === "info" ? 5000 : 10000);
  if (color === "info") speak(text);
  else refused.textContent = text;
}

/** Tell what others have done: it does not push away a refusal that has just come. */
export function tell(text) {
  if (performance.now() - warnedAt < CALM_MS) speak(text);
  else say(text);
}

// At most one message in five seconds is spoken; of those that wait, the latest.
function speak(text) {
  clearTimeout(waiting);
  const rest = spokenAt + CALM_MS - performance.now();
  if (rest > 0) return void (waiting = setTimeout(speak, rest, text));
  spokenAt = performance.now();
  spoken.textContent = text;
}

function hush() {
  shown.textContent = "";
  shown.dataset.empty = "";
  refused.textContent = "";
}
