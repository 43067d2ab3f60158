import { expect, test } from "vitest";
import { answerGallery } from "@/server/api/gallery";
import { answerMailbox } from "@/server/api/mailbox";
import { listMailbox, readMailbox } from "@/server/domain/mailbox";
import { useDatabase } from "../support/database";

useDatabase({ MAIL_TRANSPORT: "smtp", SMTP_URL: "smtp://127.0.0.1:9" });

test("where mail really leaves, nobody looks into a mailbox", async () => {
  const visitor = { personId: null };
  await expect(listMailbox.run(visitor, {})).rejects.toMatchObject({ code: "not_found" });
  const id = "0190d0a5-0000-7000-8000-000000000000";
  await expect(readMailbox.run(visitor, { id })).rejects.toMatchObject({ code: "not_found" });
  expect((await answerMailbox(new Request("http://localhost:3000/api/mailbox"))).status).toBe(404);
  expect((await answerGallery(new Request("http://localhost:3000/api/mailbox/gallery"))).status).toBe(404);
});
