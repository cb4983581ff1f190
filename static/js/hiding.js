// The reasons for hiding something at the desk: where its buttons lead, and one open at a time.

/** Make the buttons of this part of a row hide what has this id. */
export function address(hiding, action, id) {
  for (const button of hiding.querySelectorAll("button")) button.setAttribute("formaction", action);
  hiding.querySelector("input").name = `why-${id}`;
  if (hiding.hidden) hiding.open = false;
}

document.addEventListener(
  "toggle",
  ({ target }) => {
    if (!target.matches?.(".hiding[open]")) return;
    for (const other of document.querySelectorAll(".hiding[open]")) other.open = other === target;
  },
  true,
);

// Enter in the field of a reason hides; by itself it would press the first button of the form.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") event.target.closest(".hiding")?.removeAttribute("open");
  if (event.key !== "Enter" || !event.target.matches(".hiding input")) return;
  event.preventDefault();
  event.target.closest(".hiding").querySelector("input + button").click();
});
