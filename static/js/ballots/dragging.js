// Lets a line of a list be dragged by its handle, with a finger or a mouse.

/** `onDrop(place)` is told where the line was let go, counted from 1. */
export function dragging(handle, line, onDrop) {
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    line.toggleAttribute("data-dragged", true);
    handle.addEventListener("pointermove", follow);
    handle.addEventListener("pointerup", drop, { once: true });
    handle.addEventListener("pointercancel", drop, { once: true });
  });

  function follow({ clientY }) {
    const others = [...line.parentElement.children].filter((other) => other !== line);
    const below = others.find((other) => clientY < middle(other));
    if (below !== line.nextElementSibling) reorder(others, below);
  }

  // The others move: a line that is taken out of the page lets go of the pointer.
  function reorder(others, below) {
    const cut = below ? others.indexOf(below) : others.length;
    line.before(...others.slice(0, cut));
    line.after(...others.slice(cut));
  }

  function drop() {
    handle.removeEventListener("pointermove", follow);
    line.removeAttribute("data-dragged");
    onDrop([...line.parentElement.children].indexOf(line) + 1);
  }
}

function middle(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
