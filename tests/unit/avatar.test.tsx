import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Avatar } from "@/app/_components/ui/avatar";

const groundOf = (name: string) => /var\(--avatar-\d\)/.exec(renderToStaticMarkup(<Avatar name={name} />))?.[0];

test("a person has one colour, however their name came to be written", () => {
  const decomposed = "Marek Nova\u0301k";
  expect(groundOf("Marek Novák")).toMatch(/avatar/);
  for (const written of [decomposed, "marek novák ", "MAREK NOVÁK"]) {
    expect(groundOf(written), written).toBe(groundOf("Marek Novák"));
  }
});

test("people are told apart by colour as well as by initials", () => {
  const people = [
    "Priya Raman",
    "Omar Haddad",
    "Tomas Silva",
    "Eline Vos",
    "Grace Okafor",
    "Ruth Albrecht",
    "Dana Kim",
  ];
  expect(new Set(people.map(groundOf)).size).toBeGreaterThan(3);
});
