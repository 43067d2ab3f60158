import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { messagesFor } from "@/app/_messages";
import { UnknownLink } from "@/app/(public)/_access/unknown-link";
import { PreferencesFromMail } from "@/app/(public)/preferences/_components/preferences-from-mail";

const page = (of: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messagesFor("en")} timeZone="UTC" now={new Date(0)}>
      {of}
    </NextIntlClientProvider>,
  );

const planId = "019a0000-0000-7000-8000-000000000001";

test("the page behind a mail's link asks about its supplier's plans, and for the rest to sign in", () => {
  const html = page(
    <PreferencesFromMail
      chosen={{
        state: "open",
        email: "priya@northwind.example",
        workspaceName: "Acme",
        reminders: true,
        notifications: true,
        digests: true,
        plans: [
          {
            planId,
            title: "Rota",
            customerName: "Northwind",
            supplierName: "Acme",
            choice: null,
            topics: [],
            digest: true,
          },
        ],
      }}
      token="the-token"
      isSaved={false}
      told={null}
    />,
  );
  expect(html.match(/name="[^"]+"/g)?.map((name) => name.slice(6, -1))).toEqual([
    "token",
    "asks",
    "reminders",
    "notifications",
    "digests",
    `plan:${planId}`,
    `heads:${planId}`,
    `digest:${planId}`,
  ]);
  expect(html).toContain("As chosen for all plans");
  expect(html).toContain('href="/sign-in?to=/preferences"');
});

test("a link that is too old says for how long it worked, and what to do", () => {
  expect(page(<UnknownLink isExpired />)).toMatch(/too old.*30 days.*newer mail.*\/sign-in\?to=\/preferences/s);
  expect(page(<UnknownLink />)).not.toContain("30 days");
});
