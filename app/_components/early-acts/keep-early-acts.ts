const LOOK_MS = 30;
const REST_MS = 500;
const PATIENCE_MS = 10_000;

/**
 * What a reader presses or types before a page's own code has arrived would be lost: it runs first of all, keeps the last press on
 * each button and each field that was changed, and `window.earlyActs.takeOver()` does them again once the page can answer.
 * Links, forms with an address of their own and what the browser opens by itself work without the page's code and are left alone.
 */
// The page's code learns of a field's change from its value differing from the last one that was set: so it is set to another first.
export const keepEarlyActs = /* js */ `(() => {
  const pressed = new Set(), changed = new Map(), sent = new Map();
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
  const isTicked = (field) => field.type === "checkbox" || field.type === "radio";
  const onInput = ({ target }) => {
    if ("value" in target && target.type !== "file") changed.set(target, isTicked(target) ? target.checked : target.value);
  };
  const onSubmit = (event) => {
    if (!isOwn(event.target)) return;
    stop(event);
    sent.set(event.target, event.submitter);
  };
  const listeners = [["click", onClick], ["input", onInput], ["change", onInput], ["submit", onSubmit]];
  for (const [name, listener] of listeners) addEventListener(name, listener, true);
  const setter = (field) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set;
  function change(field, wanted) {
    if (isTicked(field)) {
      if (field.type === "radio" && !wanted) return;
      field.checked = !wanted;
      return field.click();
    }
    field.value = wanted === "" ? " " : "";
    setter(field).call(field, wanted);
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }
  // A page comes alive in parts. React notes on an element that it is taking it over, and is done with that when it rests.
  const isAlive = (element) => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
  const all = () => [...document.querySelectorAll("button, input, select, textarea")];
  // A part that was drawn anew meanwhile has another element in the place of the one that was used.
  const signs = (element) => [element.tagName, element.name, element.ariaLabel, element.tagName === "BUTTON" && element.textContent].join("|");
  const now = (element) => (element.isConnected ? element : all().find((other) => signs(other) === signs(element)));
  const isThere = () => all().every(isAlive) && [...changed.keys(), ...pressed].every(now);
  const atRest = window.requestIdleCallback ?? ((act) => setTimeout(act, ${REST_MS}));
  function doAgain() {
    for (const [name, listener] of listeners) removeEventListener(name, listener, true);
    for (const [field, wanted] of changed) if (now(field)) change(now(field), wanted);
    for (const button of pressed) now(button)?.click();
    for (const [form, submitter] of sent) if (form.isConnected) form.requestSubmit(submitter);
  }
  window.earlyActs = {
    takeOver(patience = ${PATIENCE_MS}) {
      if (patience <= 0 || isThere()) return void atRest(doAgain, { timeout: ${REST_MS} });
      setTimeout(() => window.earlyActs.takeOver(patience - ${LOOK_MS}), ${LOOK_MS});
    },
  };
})()`;
