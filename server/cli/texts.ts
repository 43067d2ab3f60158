import { messagesFor } from "@/app/_messages";
import { namespaceIn, type Texts } from "@/app/_messages/translated";
import { languages } from "@/db/vocabulary";
import { runCommand } from "./launch/refusal";

/** `npm run -s texts`: what each language still lacks; `npm run -s texts -- de` names it, text by text. */
await runCommand(async () => {
  const english = messagesFor("en");
  const asked = languages.find((language) => language === process.argv[2]);
  for (const language of languages.filter((known) => known !== "en" && (!asked || known === asked))) {
    const own = Object.fromEntries(Object.keys(english).map((name) => [name, namespaceIn(language, name)]));
    const said = new Set(keysOf(own));
    const all = keysOf(english);
    const lacking = all.filter((key) => !said.has(key));
    process.stdout.write(`${language}: ${all.length - lacking.length} of ${all.length} texts\n`);
    if (asked) process.stdout.write(lacking.map((key) => `  ${key}\n`).join(""));
  }
  return 0;
});

function keysOf(tree: Texts, path = ""): string[] {
  return Object.entries(tree).flatMap(([key, text]) =>
    typeof text === "string" ? [`${path}${key}`] : keysOf(text, `${path}${key}.`),
  );
}
