// Sends ideas as they are written, one at a time; without a network they wait on the phone.
import { newId, outbox } from "idedugnad/outbox.js";
import { say } from "idedugnad/notice.js";

export function proposing({ form, ask, code, texts }) {
  const box = outbox(`ideas:${code}`);
  const text = form.elements.text;
  const draft = `idedugnad:draft:${code}`;
  const mine = document.querySelector("[data-mine-list]");
  const fault = document.getElementById("text-fault");

  text.value ||= localStorage.getItem(draft) ?? "";
  text.addEventListener("input", () => localStorage.setItem(draft, text.value));
  box.waiting().forEach((idea) => list(idea.text, texts.waiting));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!text.value.trim()) return refuse(texts.empty);
    const goal = Number(form.elements.goal.value) || null;
    box.add({ client_id: newId(), text: text.value, goal });
    list(text.value, texts.waiting);
    clear();
    send();
  });

  const send = () => box.flush((idea) => ask("propose", idea), answered);

  function answered(idea, answer) {
    const line = [...mine.children].find((li) => li.dataset.written === idea.text);
    if (answer.ok) {
      line?.querySelector("small")?.replaceChildren(texts.received);
      return say(texts.received);
    }
    line?.remove();
    text.value ||= idea.text;
    refuse(answer.message);
  }

  function list(idea, mark) {
    const li = document.createElement("li");
    const small = document.createElement("small");
    li.className = "mine__idea";
    li.dataset.written = idea;
    small.className = "mine__mark";
    small.textContent = mark;
    li.append(idea, small);
    mine.append(li);
    document.querySelector("[data-mine]").hidden = false;
  }

  function refuse(message) {
    fault.textContent = message;
    fault.hidden = false;
    text.setAttribute("aria-invalid", "true");
    text.focus();
  }

  function clear() {
    text.value = "";
    localStorage.removeItem(draft);
    fault.hidden = true;
    text.removeAttribute("aria-invalid");
    text.focus();
  }

  return { send, waiting: box.waiting };
}
