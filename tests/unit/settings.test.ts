import { afterEach, beforeEach, expect, test, vi } from "vitest";

const production = {
  NODE_ENV: "production",
  APP_URL: "https://plans.example.com/",
  DATABASE_URL: "postgres://owner:secret@database:5432/throughline",
  AUTH_SECRET: "a secret that is long enough to be one",
  SMTP_URL: "smtp://localhost",
};

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

async function settingsWith(given: Record<string, string>) {
  for (const name of ["DATABASE_URL", "AUTH_SECRET", "APP_URL", "RESEND_API_KEY", "SMTP_URL"]) vi.stubEnv(name, "");
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  const { env } = await import("@/server/env");
  return { ...env };
}

test("production starts with an address, a database and a secret", async () => {
  const settings = await settingsWith(production);
  expect(settings).toMatchObject({
    isProduction: true,
    APP_URL: "https://plans.example.com",
    MAIL_TRANSPORT: "smtp",
  });
});

test("a public address shows nobody's mail unless told to", async () => {
  const mute = { ...production, SMTP_URL: "" };
  await expect(settingsWith(mute)).rejects.toThrow(/MAIL_TRANSPORT is not set.* Set RESEND_API_KEY or SMTP_URL/);
  expect((await settingsWith({ ...mute, MAIL_TRANSPORT: "mailbox" })).MAIL_TRANSPORT).toBe("mailbox");
});

test("on one's own machine mail stays in the mailbox by default", async () => {
  const here = { ...production, SMTP_URL: "", APP_URL: "http://localhost:3000" };
  expect((await settingsWith(here)).MAIL_TRANSPORT).toBe("mailbox");
});

test.each(["APP_URL", "DATABASE_URL", "AUTH_SECRET"])(
  "production without %s is refused by name, with a remedy",
  async (name) => {
    await expect(settingsWith({ ...production, [name]: "" })).rejects.toThrow(
      new RegExp(`${name} (is missing|is not set)\\. .{20}`),
    );
  },
);

test("every wrong setting is named at once", async () => {
  const wrong = settingsWith({ ...production, PORT: "80000", AUTH_SECRET: "short", MAIL_TRANSPORT: "pigeon" });
  await expect(wrong).rejects.toThrow(/PORT .*\n.*AUTH_SECRET .*\n.*MAIL_TRANSPORT /s);
});

test("a part of a provider's settings is refused", async () => {
  await expect(settingsWith({ ...production, AUTH_GOOGLE_ID: "id" })).rejects.toThrow(
    /AUTH_GOOGLE_ID and AUTH_GOOGLE_SECRET/,
  );
  await expect(settingsWith({ ...production, AUTH_OIDC_ID: "id" })).rejects.toThrow(/AUTH_OIDC_ISSUER/);
  await expect(settingsWith({ ...production, SMTP_URL: "", MAIL_TRANSPORT: "smtp" })).rejects.toThrow(
    /SMTP_URL is missing/,
  );
});

test.each([
  [{ RESEND_API_KEY: "re_1", SMTP_URL: "smtp://localhost" }, "resend"],
  [{ SMTP_URL: "smtp://localhost" }, "smtp"],
  [{ SMTP_URL: "smtp://localhost", MAIL_TRANSPORT: "mailbox" }, "mailbox"],
])("mail leaves by what is set: %j", async (given, transport) => {
  expect((await settingsWith({ ...production, ...given })).MAIL_TRANSPORT).toBe(transport);
});

test("nobody's clock can be moved where mails really leave", async () => {
  const given = { ...production, CLOCK_FILE: "clock" };
  expect((await settingsWith({ ...given, SMTP_URL: "smtp://localhost" })).CLOCK_FILE).toBeUndefined();
});

test("the bundled database on this machine is no production", async () => {
  const { isProduction, APP_URL } = await settingsWith({ ...production, APP_URL: "", PORT: "4000", EMBEDDED: "1" });
  expect({ isProduction, APP_URL }).toEqual({ isProduction: false, APP_URL: "http://localhost:4000" });
});
