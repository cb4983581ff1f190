// The page of a table without phones: notices that the workshop has gone on. Nothing that was
// typed is ever lost: then the page says so, and waits.

const EVERY_MS = 4000;
const { asks, here, standing } = document.body.dataset;
const fields = [...document.querySelectorAll("input:not([type=hidden]), textarea")];
const written = () => fields.some((field) => field.value !== field.defaultValue);

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch(asks, { headers: { Accept: "application/json" } });
    const now = (await answer.json()).standing;
    if (!now || now === standing) return;
  } catch {
    return;
  }
  if (written()) document.querySelector("[data-changed]").hidden = false;
  else location.replace(here);
}

setInterval(look, EVERY_MS);
