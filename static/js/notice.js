// Says something to the one who acts: on the page, and to a screen reader.

const place = document.getElementById("notice");
let silence;

export function say(text, color = "info") {
  if (!place || !text) return;
  place.textContent = text;
  place.dataset.color = color;
  delete place.dataset.empty;
  clearTimeout(silence);
  silence = setTimeout(hush, color === "info" ? 5000 : 10000);
}

function hush() {
  place.textContent = "";
  place.dataset.empty = "";
}
