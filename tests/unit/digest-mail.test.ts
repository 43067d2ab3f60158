import { describe, expect, test } from "vitest";
import { languages } from "@/db/vocabulary";
import Digest, { type DigestProps } from "@/emails/digest";
import { renderMail } from "@/server/mail/render";
import { faultsIn, readHtml } from "../support/html";

const example = Digest.PreviewProps;
const [rota, nights] = example.plans as [DigestProps["plans"][number], DigestProps["plans"][number]];
const drawn = (given: Partial<DigestProps>, locale = "en") =>
  renderMail({ template: "digest", props: { ...example, ...given }, to: "dana@acme.example", locale });

const id = "019a0000-0000-7000-8000-0000000000";
const longTitle = (n: number) =>
  `${n} Replace the paper rota on fourteen wards and in every outpatient clinic of the northern trust`;
const longStep = (n: number) => ({
  ...rota.awaited[0],
  title: longTitle(n),
  url: `https://plans.example.com/plans/${id}/steps?step=${id}${n}`,
});
const twelve = <Row>(row: (n: number) => Row) => Array.from({ length: 12 }, (_, n) => row(n));
const fullPlan = (n: number) =>
  ({
    ...rota,
    planId: `plan-${n}`,
    plan: { ...rota.plan, title: longTitle(n), url: `https://plans.example.com/plans/${id}${n}` },
    moved: twelve((of) => ({ ...rota.moved[1], title: longTitle(of) })),
    next: twelve((of) => ({ ...longStep(of), dueOn: "2026-11-26" })),
    awaited: twelve((of) => ({ ...longStep(of), since: "2026-11-17", holdsUp: 2 })),
  }) as typeof rota;
const forty = Array.from({ length: 40 }, (_, n) => fullPlan(n));
const quiet = (count: number) => Array.from({ length: count }, (_, n) => ({ planId: `${n}`, title: `Quiet ${n + 1}` }));

describe("a digest of one plan", () => {
  const one = { plans: [rota], quiet: [] };

  test.each(languages)("is a valid document in %s that speaks of the plan", async (locale) => {
    const { html, text, subject } = await drawn(one, locale);
    expect(faultsIn(html)).toEqual([]);
    expect(subject.startsWith("Replace the paper rota on fourteen wards")).toBe(true);
    expect(readHtml(html).querySelectorAll("h2")).toEqual([]);
    expect(text.split(rota.plan.title)).toHaveLength(2);
  });

  test("is as it has always been: its decision above, its line below", async () => {
    const { subject, text } = await drawn(one);
    expect(subject).toBe("Replace the paper rota on fourteen wards, the week ahead: one step due, one overdue");
    expect(text).toMatch(
      /^Good morning Dana,\n\n4 things moved on the plan since last Monday.\nThe decision moved from/,
    );
    expect(text).toContain("3 of 6 milestones done. Next: Security review, Fri 27 Nov. Decision Tue 12 Jan 2027.");
    expect(text).toContain("because you head this plan,");
  });
});

describe("a digest of several plans", () => {
  test("names the first in its subject, and how many there are besides", async () => {
    const { subject, text } = await drawn({});
    expect(subject).toBe(
      "Replace the paper rota on fourteen wards and 2 more plans, the week ahead: one step due, 2 overdue",
    );
    expect((await drawn({ plans: [rota, nights] })).subject).toContain("and one more plan, the week ahead");
    expect(text).toContain("5 things moved on your plans since last Monday.");
    expect(text).toContain("because you head these plans,");
  });

  test("gives each its heading, which leads to it", async () => {
    const { html } = await drawn({});
    const headings = readHtml(html).querySelectorAll("h2");
    expect(headings.map(({ textContent }) => textContent)).toEqual(example.plans.map(({ plan }) => plan.title));
    for (const { plan } of example.plans) expect(html).toContain(`href="${plan.url}"`);
  });

  test.each(languages)("of forty long ones stays small in %s, and says how many more there are", async (locale) => {
    const { html, text } = await drawn({ plans: forty, quiet: quiet(60) }, locale);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(Buffer.byteLength(text)).toBeLessThan(50_000);
    expect(faultsIn(html)).toEqual([]);
    expect(text).toContain("30");
    expect(text).toContain(example.homeUrl);
    expect(readHtml(html).querySelectorAll("h2")).toHaveLength(10);
  });

  test("tells of none that is left out when there is none", async () => {
    expect((await drawn({ plans: forty.slice(0, 10) })).text).not.toContain("something to tell");
    expect((await drawn({ plans: forty.slice(0, 11) })).text).toContain("One more plan has something to tell.");
  });

  test("names a few of the quiet ones in one line, and counts the others", async () => {
    const line = async (count: number) => (await drawn({ quiet: quiet(count) })).text.match(/^Nothing moved .*$/m)?.[0];
    expect(await line(0)).toBeUndefined();
    expect(await line(2)).toBe("Nothing moved and nothing is due on “Quiet 1” and “Quiet 2”.");
    expect(await line(8)).toMatch(/“Quiet 4”, “Quiet 5”, and 3 more plans\.$/);
  });
});
