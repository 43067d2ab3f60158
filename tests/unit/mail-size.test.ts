import { describe, expect, test } from "vitest";
import { languages } from "@/db/vocabulary";
import Digest from "@/emails/digest";
import Notification from "@/emails/notification";
import { shortened } from "@/emails/shortened";
import StepReminder from "@/emails/step-reminder";
import { renderMail } from "@/server/mail/render";
import { faultsIn } from "../support/html";

/** As much as a line may hold: of characters that take three bytes each, and of such that HTML writes out. */
const fillers = ["第三者機関による個人情報保護と安全対策の確認", "Q&A <\"how\" & 'why'> "] as const;

const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const planUrl = (n: number) => `https://plans.example.com/plans/${id(n)}`;
const stepUrl = (n: number) => `${planUrl(n)}/steps?step=${id(n)}`;
const link = (n: number) => `https://plans.example.com/step?token=${String(n).padEnd(420, "x")}`;
const many = <Row>(count: number, row: (n: number) => Row) => Array.from({ length: count }, (_, n) => row(n));
const to = "p.raman@northwind.example";

function asMuchAs(filler: string) {
  const longLine = (n: number) => `${n} `.padEnd(200, filler);
  const long = longLine(1);
  const stops = many(60, (n) => ({ title: longLine(n), dueOn: "2026-11-27", state: n < 30 ? "done" : "now" }) as const);
  const waiting = many(40, (n) => ({ name: longLine(n), title: longLine(n) }));
  const others = { name: long, title: long, dueOn: "2026-11-18", openUrl: stepUrl(1) };

  return {
    "step-reminder": {
      ...StepReminder.PreviewProps,
      name: long,
      workspaceName: long,
      steps: many(300, (n) => ({
        ...StepReminder.PreviewProps.steps[0],
        planId: id(n % 40),
        title: longLine(n),
        planTitle: long,
        zone: "committee",
        waiting,
        isLast: true,
        actUrl: link(n),
        laterUrl: link(n),
        notMineUrl: link(n),
        commentUrl: link(n),
        openUrl: stepUrl(n),
      })),
      waitingFor: many(200, (n) => ({ ...others, openUrl: stepUrl(n) })),
      raised: many(5, (n) => ({ ...others, openUrl: stepUrl(n) })),
      plans: many(40, (n) => ({
        title: longLine(n),
        customerName: long,
        url: planUrl(n),
        decisionOn: "2026-12-18",
        stops,
      })),
    },
    digest: {
      ...Digest.PreviewProps,
      name: long,
      plans: many(40, (n) => ({
        planId: id(n),
        plan: {
          title: longLine(n),
          customerName: long,
          supplierName: long,
          url: planUrl(n),
          decisionOn: "2027-01-12",
          stops,
        },
        decisionWas: "2026-12-18",
        older: 200,
        moved: many(60, () => ({
          wording: "blocked",
          who: long,
          isOwn: false,
          title: long,
          reason: long.repeat(2).padEnd(500, long),
          count: 1,
          from: "2026-11-20",
          to: "2026-11-26",
        })),
        next: many(60, () => ({
          title: long,
          zone: "seller",
          whose: "named",
          name: long,
          url: stepUrl(n),
          dueOn: "2026-11-26",
        })),
        awaited: many(60, () => ({
          title: long,
          zone: "seller",
          whose: "named",
          name: long,
          url: stepUrl(n),
          since: "2026-11-17",
          holdsUp: 2,
        })),
      })),
      quiet: many(40, (n) => ({ planId: id(n), title: longLine(n) })),
    },
    notification: {
      ...Notification.PreviewProps,
      name: long,
      workspaceName: long,
      plans: many(40, (n) => ({
        planId: id(n),
        title: longLine(n),
        customerName: long,
        supplierName: long,
        url: planUrl(n),
        notices: many(20, (of) => ({
          id: id(of),
          zone: "committee",
          told: {
            wording: "comment",
            who: long,
            title: long,
            other: long,
            name: long,
            reason: long,
            role: "",
            from: null,
            to: null,
            quote: long.repeat(2),
          },
          url: stepUrl(of),
        })),
      })),
    },
  };
}

const wordy = asMuchAs(fillers[0]);

describe.each(Object.entries(wordy))("as much as there can be to say in the mail %s", (template, props) => {
  test.each(languages)("is still a mail in %s that no program cuts off", async (locale) => {
    const { html, text, subject } = await renderMail({ template, props, to, locale });
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    expect(subject.length).toBeLessThanOrEqual(200);
  });

  test("is still a valid one", async () => {
    const { html } = await renderMail({ template, props, to, locale: "en" });
    expect(faultsIn(html)).toEqual([]);
  });
});

test.each(Object.entries(asMuchAs(fillers[1])))(
  "written out in HTML, it still fits into the mail %s",
  async (template, props) => {
    const { html } = await renderMail({ template, props, to, locale: "ja" });
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  },
);

test("a reminder of steps on many plans tells how a few of them stand, and leads to the others", async () => {
  const { html, text } = await renderMail({
    template: "step-reminder",
    props: wordy["step-reminder"],
    to,
    locale: "en",
  });
  expect(html.match(/aria-label="The plan as a line/g)).toHaveLength(3);
  expect(text).toContain("All your next steps: https://plans.example.com/plans\n");
  const few = { ...wordy["step-reminder"], plans: wordy["step-reminder"].plans.slice(0, 3) };
  expect((await renderMail({ template: "step-reminder", props: few, to, locale: "en" })).text).not.toContain(
    "All your next",
  );
});

test("a mail of more news than it holds counts the others", async () => {
  const { plans } = wordy.notification;
  const { text } = await renderMail({ template: "notification", props: wordy.notification, to, locale: "en" });
  const told = text.match(/\/steps\?step=/g)?.length ?? 0;
  expect(told).toBeGreaterThan(10);
  expect(text).toContain(`and ${plans.length * 20 - told} more\n`);
  const few = {
    ...wordy.notification,
    plans: plans.slice(0, 1).map((plan) => ({ ...plan, notices: plan.notices.slice(0, 3) })),
  };
  expect((await renderMail({ template: "notification", props: few, to, locale: "en" })).text).not.toMatch(
    /and \d+ more/,
  );
});

test("a title is cut between words, and where words are not parted by spaces, where it is full", () => {
  const english = "Answer the questions of the data protection officer before the board meets";
  expect(shortened(english, 40)).toBe("Answer the questions of the data…");
  expect(shortened(`RFP ${"第三者認証の取得状況を確認する".repeat(10)}`, 40)).toHaveLength(40);
});
