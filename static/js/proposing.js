// Sends ideas as they are written, one at a time; without a network they wait on the phone.
import { keepDraft } from "idedugnad/draft.js";
import { newId, outbox } from "idedugnad/outbox.js";
import { say } from "idedugnad/notice.js";
import { post } from "idedugnad/posting.js";

export function proposing({ form, ask, code, texts }) {
  const box = outbox(`ideas:${code}`);
  const text = form.elements.text;
  const draft = keepDraft(form, `ideas:${code}`, ["text", "goal", "need"]);
  const mine = document.querySelector("[data-mine-list]");
  const fault = document.getElementById("text-fault");

  box.waiting().forEach(list);
  box.onElsewhere(mark);
  window.addEventListener("online", send);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!text.value.trim()) return refuse(texts.empty);
    const goal = Number(form.elements.goal.value) || null;
    const need = form.elements.need.value || null;
    const idea = { client_id: newId(), text: text.value, goal, need };
    box.add(idea);
    list(idea);
    clear();
    send();
  });

  function send() {
    return box.flush(async (idea) => (await ask("propose", idea)) ?? (await post(form, idea)), answered);
  }

  function answered(idea, answer) {
    if (answer.ok) {
      mark();
      return say(texts.received);
    }
    line(idea)?.remove();
    // Something else may have been begun since: neither is lost.
    text.value = [text.value.trimEnd(), idea.text].filter(Boolean).join("\n");
    text.dispatchEvent(new Event("input"));
    say(answer.message, "warning");
    refuse(answer.message);
  }

  const line = ({ client_id }) => mine.querySelector(`[data-client="${client_id}"]`);

  function list(idea) {
    const li = document.createElement("li");
    const small = document.createElement("small");
    li.className = "mine__idea";
    li.dataset.client = idea.client_id;
    small.className = "mine__mark";
    small.textContent = texts.waiting;
    li.append(idea.text, small);
    mine.append(li);
    document.querySelector("[data-mine]").hidden = false;
  }

  // What no longer waits has been received, from this tab or another.
  function mark() {
    const waiting = new Set(box.waiting().map((idea) => idea.client_id));
    for (const li of mine.querySelectorAll("[data-client]")) {
      if (!waiting.has(li.dataset.client)) li.querySelector("small").textContent = texts.received;
    }
  }

  function refuse(message) {
    fault.textContent = message;
    fault.hidden = false;
    text.setAttribute("aria-invalid", "true");
    text.focus();
  }

  function clear() {
    text.value = "";
    draft.forget();
    fault.hidden = true;
    text.removeAttribute("aria-invalid");
    text.focus();
  }

  return { send, waiting: box.waiting };
}
