// What the buttons of several ways of voting have in common.

/** Show whether the button for an act is the one that was chosen, and what it sends. */
export function press(card, act, pressed, value) {
  const button = card.querySelector(`[data-act="${act}"]`);
  button.value = value;
  button.dataset.variant = pressed ? "primary" : "secondary";
  button.setAttribute("aria-pressed", String(pressed));
}

/** Offer to take the vote back, when there is one. */
export function offerBack(card, id, voted) {
  const back = card.querySelector('[data-act="back"]');
  back.value = `${id}:back`;
  back.hidden = !voted;
}
