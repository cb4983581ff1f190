// Fills the list of ideas one can say something against, and makes room for the next word.

export function reserving(form) {
  const choice = form.elements.idea;

  form.addEventListener("done", () => {
    form.elements.text.value = "";
    form.elements.client_id.value = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
    form.elements.text.focus();
  });

  /** Offer the ideas in the order of the result; what is chosen stays chosen. */
  return (results, ideas) => {
    const chosen = choice.value;
    choice.replaceChildren(
      ...results.filter(([id]) => ideas.has(id) && !ideas.get(id).gone).map(([id]) => {
        const idea = ideas.get(id);
        return new Option(idea.headline || idea.text, id, false, String(id) === chosen);
      }),
    );
  };
}
