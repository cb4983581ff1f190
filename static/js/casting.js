// Sends votes as they are given: over the socket, or else as the form that they are.
import { say } from "idedugnad/notice.js";

/** `onCast(idea, value, answer)` is told of each vote that the server has stored. */
export function casting({ form, ask, texts, onCast }) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [idea, typed] = event.submitter.value.split(":");
    const value = /^\d+$/.test(typed) ? Number(typed) : typed;
    const answer = (await ask("vote", { idea: Number(idea), value })) ?? (await post(event.submitter));
    if (!answer) return say(texts.offline, "warning");
    if (!answer.ok) return say(answer.message, "warning");
    onCast(Number(idea), value, answer);
  });

  async function post(button) {
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form, button),
        headers: { Accept: "application/json" },
      });
      return await answer.json();
    } catch {
      return null;
    }
  }
}
