/**
 * What a reader presses or types before a page's own code has arrived would be lost: it runs first of all, keeps the last press on
 * each button and each field that was changed, and `window.earlyActs.takeOver()` does them again once the page can answer.
 * Links, forms with an address of their own and what the browser opens by itself work without the page's code and are left alone.
 */
// The page's code learns of a field's change from its value differing from the last one that was set: so it is set to another first.
export const keepEarlyActs = /* js */ `(() => {
  const pressed = new Set(), changed = new Set(), sent = new Map();
  const stop = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  const isOwn = (form) => form && !form.hasAttribute("action") && form.method !== "dialog";
  const onClick = (event) => {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button || button.disabled || button.hasAttribute("popovertarget") || button.hasAttribute("commandfor")) return;
    if (button.type === "submit" && button.form) return;
    stop(event);
    pressed.delete(button);
    pressed.add(button);
  };
  const onInput = (event) => changed.add(event.target);
  const onSubmit = (event) => {
    if (!isOwn(event.target)) return;
    stop(event);
    sent.set(event.target, event.submitter);
  };
  const listeners = [["click", onClick], ["input", onInput], ["change", onInput], ["submit", onSubmit]];
  for (const [name, listener] of listeners) addEventListener(name, listener, true);
  const setter = (field) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set;
  const change = (field) => {
    if (field instanceof HTMLSelectElement) return field.dispatchEvent(new Event("change", { bubbles: true }));
    if (field.type === "checkbox" || field.type === "radio") {
      if (field.type === "radio" && !field.checked) return;
      field.checked = !field.checked;
      return field.click();
    }
    const typed = field.value;
    if (field.type === "file" || (typed === "" && field.type !== "text" && field.type !== "textarea")) return;
    field.value = typed === "" ? " " : "";
    setter(field).call(field, typed);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  window.earlyActs = {
    takeOver() {
      for (const [name, listener] of listeners) removeEventListener(name, listener, true);
      for (const field of changed) if (field.isConnected && "value" in field) change(field);
      for (const button of pressed) if (button.isConnected) button.click();
      for (const [form, submitter] of sent) if (form.isConnected) form.requestSubmit(submitter);
      pressed.clear(); changed.clear(); sent.clear();
    },
  };
})()`;
