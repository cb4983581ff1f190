// Reads from the cards of the ballot what stands on them.

export const cardOf = (form, id) => form.querySelector(`[data-ideas] [data-idea="${id}"]`);

export function titleOf(form, id) {
  const read = (slot) => cardOf(form, id)?.querySelector(`[data-slot="${slot}"]`).textContent;
  return read("headline") || read("text") || "";
}
