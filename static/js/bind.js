// Draws a page from a state, by the same two rules as workshop/first_paint.py.

export const filled = (sentence, state) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => state[name] ?? "");

export const holds = (rule, state) => rule.split(" ").every((part) => partHolds(part, state));

export function draw(root, state) {
  for (const element of root.querySelectorAll("[data-text]")) {
    const text = filled(element.dataset.text, state);
    if (element.textContent !== text) element.textContent = text;
  }
  for (const element of root.querySelectorAll("[data-show]")) {
    const hidden = !holds(element.dataset.show, state);
    if (element.hidden !== hidden) element.hidden = hidden;
  }
}

function partHolds(part, state) {
  if (part.startsWith("!")) return !state[part.slice(1)];
  const [name, value] = part.split("=");
  return value === undefined ? Boolean(state[name]) : String(state[name]) === value;
}
