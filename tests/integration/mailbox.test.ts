import { expect, test } from "vitest";
import { answerMailbox } from "@/server/api/mailbox";
import { listMailbox, readMailbox } from "@/server/domain/mailbox";
import type { MailboxMail } from "@/server/domain/mailbox/schemas";
import { deliverDueMail } from "@/server/mail/deliver";
import { moveClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { queueSignInMail } from "../support/queued-mail";

useDatabase();

const visitor = { personId: null };
const deliver = () => deliverDueMail(new AbortController().signal);
const ask = async (search: string) => {
  const answer = await answerMailbox(new Request(`http://localhost:3000/api/mailbox${search}`));
  return { status: answer.status, mails: (await answer.json()) as MailboxMail[] };
};

test("the mailbox holds what left, newest first, and nothing that is still queued", async () => {
  await queueSignInMail("first", "priya@northwind.test");
  await deliver();
  moveClock({ minutes: 5 });
  await queueSignInMail("second", "omar@northwind.test");
  await deliver();
  await queueSignInMail("third", "priya@northwind.test");

  const items = await listMailbox.run(visitor, {});
  expect(items.map(({ to }) => to)).toEqual(["omar@northwind.test", "priya@northwind.test"]);
  const { mails } = await ask("?to=Priya@Northwind.test");
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    to: "priya@northwind.test",
    subject: expect.stringContaining("417052"),
    links: ["http://localhost:3000/sign-in/confirm?token=x"],
    headers: expect.objectContaining({ To: "priya@northwind.test", "Auto-Submitted": "auto-generated" }),
  });
  expect(mails[0]?.html).toContain("417052");
  expect(mails[0]?.text).toContain("417052");
});

test("a mail that is queued, or is none, is not found", async () => {
  const [queued] = await owner()`select id from mail where key = 'third'`;
  for (const id of [queued?.id, "0190d0a5-0000-7000-8000-000000000000"]) {
    await expect(readMailbox.run(visitor, { id })).rejects.toMatchObject({ code: "not_found" });
  }
});
