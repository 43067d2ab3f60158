import { type HtmlElement, HtmlValidate, Parser, StaticConfigLoader } from "html-validate";

/** What HTML's standard asks for, less what mail programs and React ask against it. */
const loader = new StaticConfigLoader({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Outlook draws by attributes and comments of its own, and many programs drop style sheets.
    "no-inline-style": "off",
    "no-conditional-comment": "off",
    "no-deprecated-attr": "off",
    // In quirks mode cells are as high as what stands in them.
    "doctype-html": "off",
    // React writes cellPadding and <br/>, which HTML reads as the same.
    "attr-case": "off",
    "void-style": "off",
    // A mail's title is its subject, which is as long as it must be.
    "long-title": "off",
  },
});
const validator = new HtmlValidate(loader);

/** What is not valid HTML, with where. */
export const faultsIn = (html: string): string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, offset }) => `${ruleId}: ${message}: ${html.slice(Math.max(0, offset - 40), offset + 80)}`,
      ),
    );

export const readHtml = (html: string): HtmlElement => new Parser(validator.getConfigForSync("mail")).parseHtml(html);

/** What stands in it itself, not in what it holds; references are left out. */
export const textIn = (element: HtmlElement): string =>
  element.childNodes
    .filter(({ nodeName }) => nodeName === "#text")
    .map(({ textContent }) => textContent)
    .join("")
    .replace(/&#?\w+;/g, " ")
    .trim();
