// Keeps what is being written: through a reload, a change of stage, and beside another tab.

/**
 * The fields `names` of the form are kept under `name`. Each tab has its own draft; a new tab
 * begins with what was written last. Gives the kept values, and a way to forget them.
 */
export function keepDraft(form, name, names) {
  const key = `idedugnad:draft:${name}`;
  const kept = JSON.parse(sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? "{}");
  const fields = names.map((field) => form.elements[field]);

  for (const field of fields) {
    if (field.matches("textarea")) field.value ||= kept[field.name] ?? "";
    else if (kept[field.name] !== undefined) choose(field, kept[field.name]);
    field.addEventListener("input", keep);
  }
  window.addEventListener("storage", follow);

  function keep() {
    const draft = JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value])));
    sessionStorage.setItem(key, draft);
    localStorage.setItem(key, draft);
  }

  function forget() {
    sessionStorage.removeItem(key);
    localStorage.removeItem(key);
  }

  // What another tab has sent is not left standing here too, unless something else is written.
  function follow(event) {
    if (event.key !== key || event.newValue || event.oldValue !== sessionStorage.getItem(key)) return;
    sessionStorage.removeItem(key);
    for (const field of fields) if (field.matches("textarea")) field.value = "";
  }

  return { kept, forget };
}

// A choice that is not on offer (yet) leaves the field as it is.
function choose(field, value) {
  if (!field.options || [...field.options].some((option) => option.value === value)) field.value = value;
}
