// Draws a page from a state, by the same two rules as workshop/first_paint.py.

export const filled = (sentence, state) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => state[name] ?? "");

export const holds = (rule, state) => rule.split(" ").every((part) => partHolds(part, state));

/** Say this in an element of text. To change the text costs a browser far less than to put in
 *  another one: wherever something is put in, it looks anew at every rule with :has(). */
export function write(element, text) {
  const [only, more] = element.childNodes;
  if (!(only instanceof Text) || more) element.textContent = text;
  else if (only.data !== String(text)) only.data = text;
}

export function draw(root, state) {
  for (const element of root.querySelectorAll("[data-text]")) {
    write(element, filled(element.dataset.text, state));
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
