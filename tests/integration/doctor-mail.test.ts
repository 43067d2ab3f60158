import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { useDatabase } from "../support/database";
import { webhookSecret } from "../support/resend-news";

const provider = createServer((_, answer) => answer.end("{}"));
await new Promise<void>((listening) => provider.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
useDatabase({ MAIL_TRANSPORT: "resend", RESEND_API_KEY: "re_x", RESEND_BASE_URL: address });
afterAll(() => void provider.close());

/** As another process finds it: settings are read once. */
async function findingWith(secret: string) {
  vi.stubEnv("RESEND_WEBHOOK_SECRET", secret);
  vi.resetModules();
  const { mailFinding } = await import("@/server/cli/launch/checks");
  return mailFinding();
}

test("the doctor says that nothing comes back from Resend while the webhook's secret is not set", async () => {
  expect(await findingWith("")).toMatchObject({ remedy: expect.stringContaining("/api/webhooks/resend") });
  expect((await findingWith(webhookSecret)).remedy).toBeUndefined();
});
