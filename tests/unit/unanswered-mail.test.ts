import { expect, test } from "vitest";
import { languages } from "@/db/vocabulary";
import InvitationUnanswered, { type InvitationUnansweredProps } from "@/emails/invitation-unanswered";
import { renderMail } from "@/server/mail/render";
import { faultsIn } from "../support/html";

const example = InvitationUnanswered.PreviewProps;
const [hana] = example.invited as [InvitationUnansweredProps["invited"][number]];
const drawn = (invited: InvitationUnansweredProps["invited"], locale = "en") =>
  renderMail({
    template: "invitation-unanswered",
    props: { ...example, invited },
    to: "lena.marsh@acme.example",
    locale,
  });
const crowd = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...hana, inviteeName: `Person ${n + 1}`, url: `${hana.url}${n}` }));

test.each(languages)("of one unanswered invitation it speaks of that person in %s, with a button", async (locale) => {
  const { subject, html, text } = await drawn([hana], locale);
  expect(faultsIn(html)).toEqual([]);
  expect(subject).toContain("Hana Brandt");
  expect(text.split(hana.url)).toHaveLength(2);
  expect(text).not.toContain(example.allUrl);
});

test("of several it says how many, and of each who, of which plan, since when, and where to mend it", async () => {
  const { subject, text } = await drawn(example.invited);
  expect(subject).toBe("2 people have not opened your invitations");
  for (const { inviteeName, planTitle, url, inviteeEmail } of example.invited) {
    for (const words of [inviteeName, `Invited to “${planTitle}” on Mon 23 Nov`, inviteeEmail, url]) {
      expect(text).toContain(words);
    }
  }
  expect(text).toContain("because the invitations were sent from your side");
});

test.each(languages)("of very many it stays small in %s, and says how many more there are", async (locale) => {
  const { html, text } = await drawn(crowd(60), locale);
  expect(faultsIn(html)).toEqual([]);
  expect(Buffer.byteLength(html)).toBeLessThan(100_000);
  expect(text).toContain("40");
  expect(text).toContain(example.allUrl);
  expect((await drawn(crowd(20), locale)).text).not.toContain(example.allUrl);
});
