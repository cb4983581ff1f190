// Counts down to the end of the stage, by the server's clock.
import { write } from "idedugnad/bind.js";
import { clock } from "idedugnad/room.js";

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
let endsAt = null;

export function setTimer(end) {
  endsAt = end;
  tick();
}

function tick() {
  if (!endsAt) return;
  const left = Math.max(0, Math.ceil((endsAt - Date.now() - clock.offset) / 1000));
  for (const element of document.querySelectorAll("[data-timer]")) {
    write(element, told(left, element.dataset));
  }
}

// Minutes and seconds in a meeting; hours or days when it is held without one.
function told(seconds, { days, hours }) {
  if (seconds >= 2 * DAY_S) return days.replace("{n}", Math.floor(seconds / DAY_S));
  if (seconds >= 2 * HOUR_S) return hours.replace("{n}", Math.floor(seconds / HOUR_S));
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

setInterval(tick, 500);
