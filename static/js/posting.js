// Sends a form that is drawn on the page, with other values in its fields.

/** The server's answer, or null when there is none. */
export async function post(form, fields, action = form.action) {
  if (!navigator.onLine) return null;
  const body = new FormData(form);
  for (const [name, field] of Object.entries(fields)) if (field !== null) body.set(name, field);
  try {
    const answer = await fetch(action, { method: "POST", body, headers: { Accept: "application/json" } });
    return await answer.json();
  } catch {
    return null;
  }
}
