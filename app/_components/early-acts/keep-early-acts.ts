const LOOK_MS = 30;
const REST_MS = 500;
const PATIENCE_MS = 5_000;

/**
 * What a reader presses or types before a page's own code has arrived would be lost: this runs first of all, keeps the last press
 * on each button and what each field held last, and `window.earlyActs.takeOver()` does it again once those parts can answer. Links
 * and forms with an address of their own work without the page's code and are left alone.
 *
 * A page comes alive in parts. React notes on an element when it begins to take it over, and is done with that when it rests. A
 * part that it draws anew has other elements: one is taken for the other only where nothing else looks like it.
 */
export const keepEarlyActs = /* js */ `(() => {
  const pressed = new Map(), typed = new Map(), sent = new Map();
  const kept = () => [...pressed, ...typed, ...sent].map(([element, { looks }]) => ({ element, looks }));
  let isDoingAgain = false;
  let until = null;

  const isAlive = (element) => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
  const looksOf = (element) =>
    [
      element.tagName,
      element.getAttribute("name"),
      element.getAttribute("aria-label"),
      ...[...(element.labels ?? [])].map((label) => label.textContent),
      element.tagName === "BUTTON" ? element.textContent : "",
    ].join("|");
  const now = ({ element, looks }) => {
    if (element.isConnected) return element;
    const alike = [...document.querySelectorAll(element.tagName)].filter((other) => looksOf(other) === looks);
    return alike.length === 1 ? alike[0] : null;
  };

  const mayPass = (element) => isDoingAgain || (isAlive(element) && pressed.size + typed.size + sent.size === 0);
  const hold = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  function onClick(event) {
    const button = event.target instanceof Element && event.target.closest("button");
    if (!button || button.disabled || (button.type === "submit" && button.form) || mayPass(button)) return;
    hold(event);
    pressed.delete(button);
    pressed.set(button, { looks: looksOf(button) });
  }
  const isTicked = ({ type }) => type === "checkbox" || type === "radio";
  function onInput({ target }) {
    if (isDoingAgain || !("value" in target) || target.type === "file") return;
    typed.set(target, { looks: looksOf(target), wanted: isTicked(target) ? target.checked : target.value });
  }
  function onSubmit(event) {
    const form = event.target;
    if (form.hasAttribute("action") || form.getAttribute("method") === "dialog" || mayPass(form)) return;
    hold(event);
    const { submitter } = event;
    sent.set(form, { looks: looksOf(form), submitter: submitter && { element: submitter, looks: looksOf(submitter) } });
  }
  const listeners = [["click", onClick], ["input", onInput], ["change", onInput], ["submit", onSubmit]];
  for (const [name, listener] of listeners) addEventListener(name, listener, true);

  // React hears of a change where a field's value is not the one that was set last: so another one is set before.
  function fill(field, wanted) {
    if (isTicked(field)) {
      if (field.type === "radio" && !wanted) return;
      field.checked = !wanted;
      field.click();
    } else {
      field.value = wanted === "" && field.tagName !== "SELECT" ? "0" : "";
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, wanted);
      field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
    }
    if (field !== document.activeElement) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  }
  function doAgain() {
    const all = [[...typed], [...pressed], [...sent]];
    for (const some of [typed, pressed, sent]) some.clear();
    isDoingAgain = true;
    const [fields, buttons, forms] = all.map((some) => some.map(([element, of]) => [now({ element, ...of }), of]));
    for (const [field, { wanted }] of fields) if (field) fill(field, wanted);
    for (const [button] of buttons) button?.click();
    for (const [form, { submitter }] of forms) {
      const by = submitter && now(submitter);
      (form ?? by?.form)?.requestSubmit(by?.form ? by : undefined);
    }
    isDoingAgain = false;
  }

  const atRest = window.requestIdleCallback ?? ((act) => setTimeout(act, ${REST_MS}));
  const parts = () => [...document.querySelectorAll("button, input, select, textarea")];
  function look() {
    const late = Date.now() > until;
    const waiting = kept();
    if (waiting.length === 0 && (late || parts().every(isAlive))) {
      for (const [name, listener] of listeners) removeEventListener(name, listener, true);
    } else if (waiting.length > 0 && (late || waiting.map(now).every((element) => element && isAlive(element)))) {
      atRest(() => { doAgain(); look(); }, { timeout: ${REST_MS} });
    } else setTimeout(look, ${LOOK_MS});
  }
  window.earlyActs = {
    takeOver() {
      if (until !== null) return;
      until = Date.now() + ${PATIENCE_MS};
      look();
    },
  };
})()`;
