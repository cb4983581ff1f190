// Fills the list of ideas one can say something against, and makes room for the next word.
import { keepDraft } from "idedugnad/draft.js";
import { newId } from "idedugnad/outbox.js";

export function reserving(form, code) {
  const choice = form.elements.idea;
  // With its id: what was stored, and is sent again after a reload, is stored once.
  const draft = keepDraft(form, `reservation:${code}`, ["idea", "criterion", "text", "client_id"]);

  form.addEventListener("done", () => {
    form.elements.text.value = "";
    form.elements.client_id.value = newId();
    draft.forget();
    form.elements.text.focus();
  });

  /** Offer the ideas in the order of the result; what is chosen stays chosen. */
  return (results, ideas) => {
    const chosen = choice.value || draft.kept.idea;
    choice.replaceChildren(
      ...results.filter(([id]) => ideas.has(id) && !ideas.get(id).gone).map(([id]) => {
        const idea = ideas.get(id);
        return new Option(idea.headline || idea.text, id, false, String(id) === chosen);
      }),
    );
  };
}
