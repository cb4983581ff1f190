// Keeps what is written in a form of the stage on this phone until the server has it.

const key = (form) => `idedugnad:draft:${form.dataset.draft}`;
const texts = (form) => [...form.querySelectorAll("textarea")];

export function drafting() {
  const place = document.querySelector("[data-part]");

  place.addEventListener("input", ({ target }) => {
    const form = target.closest("[data-draft]");
    if (!form || !target.matches("textarea")) return;
    localStorage.setItem(key(form), JSON.stringify(texts(form).map((text) => text.value)));
  });
  // The event does not bubble, so it is met on its way down.
  place.addEventListener("done", ({ target }) => target.matches("[data-draft]") && begin(target), true);
  place.addEventListener("drawn", restore);
  restore();

  function restore() {
    for (const form of place.querySelectorAll("[data-draft]")) {
      const kept = JSON.parse(localStorage.getItem(key(form)) ?? "[]");
      texts(form).forEach((text, n) => (text.value ||= kept[n] ?? ""));
    }
  }
}

function begin(form) {
  localStorage.removeItem(key(form));
  for (const text of texts(form)) text.value = "";
  form.elements.client_id.value = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  texts(form)[0].focus();
}
