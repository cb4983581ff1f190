// Sends comments as they are written; without a network they wait on the phone, and what is half
// written is kept through a reload.
import { newId, outbox } from "idedugnad/outbox.js";
import { say } from "idedugnad/notice.js";
import { post } from "idedugnad/posting.js";

export function commenting({ form, ask, code, texts }) {
  const box = outbox(`comments:${code}`);
  const key = `idedugnad:draft:comments:${code}`;
  const action = `/w/${code}/comments`; // that of the form is for votes
  const drafts = JSON.parse(sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? "{}");

  form.addEventListener("input", ({ target }) => target.matches("[data-commenting] textarea") && remember(target));
  form.addEventListener("submit", (event) => {
    if (event.submitter.name !== "comment") return;
    event.preventDefault();
    const idea = Number(event.submitter.value);
    const field = form.elements[`comment-${idea}`];
    if (!field.value.trim()) return field.focus();
    box.add({ client_id: newId(), idea, text: field.value });
    field.value = "";
    remember(field);
    field.closest("details").open = false;
    if (!navigator.onLine) say(texts.offline, "warning");
    send();
  });
  window.addEventListener("online", send);

  function remember({ name, value }) {
    if (value) drafts[name] = value;
    else delete drafts[name];
    for (const kept of [sessionStorage, localStorage]) kept.setItem(key, JSON.stringify(drafts));
  }

  function send() {
    return box.flush(async (one) => (await ask("comment", one)) ?? (await post(form, fields(one), action)), answered);
  }

  function answered({ idea, text }, answer) {
    if (answer.ok) return say(texts.comment);
    const field = form.elements[`comment-${idea}`];
    say(answer.message, "warning");
    if (!field) return;
    field.value = [field.value.trimEnd(), text].filter(Boolean).join(" ");
    remember(field);
  }

  const fields = ({ client_id, idea, text }) => ({ comment: idea, comment_id: client_id, [`comment-${idea}`]: text });

  /** Make the fields of this card its own, with what was being written in them. */
  function keep(card) {
    const field = card.querySelector("[data-commenting] textarea");
    const id = card.dataset.idea;
    field.name = field.id = `comment-${id}`;
    card.querySelector("[data-commenting] label").htmlFor = field.id;
    card.querySelector("[data-commenting] button").value = id;
    field.value ||= drafts[field.name] ?? "";
    if (field.value) field.closest("details").open = true;
  }

  form.querySelectorAll("[data-idea]").forEach(keep);
  return { keep, send };
}
