import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { messagesFor } from "@/app/_messages";
import { StepToDo, type ToDo } from "@/app/(public)/step/_components/step-to-do";
import { type LinkAct, linkActs } from "@/db/vocabulary";

const found = (act: LinkAct, given: Partial<ToDo> = {}): ToDo => ({
  ...{ state: "open", act, title: "Name who signs", planTitle: "Replace the rota", workspaceName: "Acme" },
  ...{ planId: "019a0000-0000-7000-8000-000000000001", zone: "shared", name: "Priya Raman" },
  ...{ dueOn: "2026-11-25", today: "2026-11-23", openPredecessors: [], openCount: 0, colleagues: [], codeGoesTo: null },
  ...given,
});

const page = (of: ToDo, query: Record<string, string> = {}) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messagesFor("en")} timeZone="UTC" now={new Date(0)}>
      <StepToDo found={of} token="the-token" query={query} told={null} />
    </NextIntlClientProvider>,
  );

test.each(linkActs)("the page to %s acts by a form's POST and by nothing else", (act) => {
  const html = page(found(act));
  expect(html).toContain("Name who signs");
  const forms = html.match(/<form[^>]*>/g) ?? [];
  expect(forms.length).toBeGreaterThan(0);
  for (const form of forms) {
    expect(form).toContain('method="post"');
    expect(form).toMatch(/action="\/api\/access\/step[\w-]*"/);
  }
  expect(html.match(/name="token" value="the-token"/g)).toHaveLength(forms.length);
});

test("a step is put off until tomorrow, next Monday or another day; before a Monday the first two are one", () => {
  expect(page(found("later"))).toMatch(/value="2026-11-24".*Tomorrow, Tue 24 Nov.*value="2026-11-30".*Next Monday/s);
  const onSunday = page(found("later", { today: "2026-11-29" }));
  expect(onSunday).toContain('value="2026-11-30"');
  expect(onSunday).not.toContain("Tomorrow");
});

test("what it waits for is named where the names are known, and counted where they aren't", () => {
  const waiting = { state: "waits", openCount: 2 } as const;
  expect(page(found("done", { ...waiting, openPredecessors: ["Pen test", "Budget"] }))).toMatch(/Pen test.*Budget/s);
  expect(page(found("done", waiting))).toContain("It still waits for 2 other steps");
});

test("an unknown browser is asked for digits before it is asked for a decision", () => {
  const unknown = found("decide", { codeGoesTo: "p…@northwind.example" });
  expect(page(unknown)).toContain("/api/access/step-code");
  expect(page(unknown)).not.toContain('name="decision"');
  expect(page(unknown, { code: "sent" })).toMatch(/name="code".*name="decision"/s);
  expect(page(found("decide"))).not.toContain('name="code"');
});
