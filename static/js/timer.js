// Counts down to the end of the stage, by the server's clock.
import { clock } from "idedugnad/room.js";

let endsAt = null;

export function setTimer(end) {
  endsAt = end;
  tick();
}

function tick() {
  if (!endsAt) return;
  const left = Math.max(0, Math.ceil((endsAt - Date.now() - clock.offset) / 1000));
  const text = `${String(Math.floor(left / 60)).padStart(2, "0")}:${String(left % 60).padStart(2, "0")}`;
  for (const element of document.querySelectorAll("[data-timer]")) element.textContent = text;
}

setInterval(tick, 500);
