// Draws the numbers of the ideas in the priority matrix.

export function drawMatrix({ results, figures, state }, top) {
  const matrix = document.querySelector("[data-matrix]");
  matrix.hidden = state.method !== "axes" || !state.shown;
  const told = (results ?? []).slice(0, top ?? Number(matrix.dataset.top)).map(([id]) => figures[id]);
  const points = told.filter(({ x }) => x !== undefined).map(point);
  matrix.querySelector("[data-points]").replaceChildren(...points);
}

function point({ x, y, number }) {
  const template = document.getElementById("point-template");
  const drawn = template.content.querySelector("[data-point]").cloneNode(true);
  drawn.setAttribute("transform", `translate(${x} ${y})`);
  drawn.querySelector("text").textContent = number;
  return drawn;
}
