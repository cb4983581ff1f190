// Sends the desk's buttons in the background; what they change comes back as news.
import { say } from "idedugnad/notice.js";

export function liveForms(offline) {
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-act-form]");
    if (!form) return;
    event.preventDefault();
    const answer = await post(form, event.submitter);
    if (!answer) return say(offline, "danger");
    if (!answer.ok) return say(answer.message, "warning");
    say(answer.message);
    form.querySelectorAll("input[type=checkbox]:checked").forEach((box) => (box.checked = false));
    if ("reset" in form.dataset) form.reset();
    form.dispatchEvent(new Event("done"));
  });
}

async function post(form, button) {
  try {
    const answer = await fetch(button?.getAttribute("formaction") ?? form.action, {
      method: "POST",
      body: new FormData(form, button),
      headers: { Accept: "application/json" },
    });
    return await answer.json();
  } catch {
    return null;
  }
}
