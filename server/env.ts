import { existsSync } from "node:fs";
import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";

const flag = z.enum(["true", "false", "1", "0"]).transform((value) => value === "true" || value === "1");
const port = z.coerce.number("must be a number").int().min(1, "is below 1").max(65_535, "is above 65535");
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));
const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, "must look like postgres://user:password@host:5432/database");

/** Every setting that there is. The descriptions are what `npm run doctor` and the README say about each. */
export const settings = {
  NODE_ENV: z.enum(["development", "production", "test"]).default("development").describe("Set by the commands."),
  PORT: port.default(3000).describe("Port of the web server."),
  HOST: z.string().min(1).default("localhost").describe("Address to listen on; 0.0.0.0 in a container."),
  APP_URL: url.optional().describe("Public address; every link is made from it. Default: http://localhost:PORT."),
  DATABASE_URL: postgresUrl.optional().describe("Owner's address of a PostgreSQL 15 or later. Unset: the bundled one."),
  DATABASE_POOL: z.coerce.number().int().min(1).max(500).default(10).describe("Connections per process and role."),
  DATABASE_PREPARE: flag.default(true).describe("Prepared statements; false behind PgBouncer older than 1.21."),
  DATA_DIR: z.string().min(1).default(".data").describe("Where the bundled PostgreSQL and local files live."),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional().describe("Signs sessions and links."),
  AUTH_GOOGLE_ID: z.string().min(1).optional().describe("Sign-in with Google for members."),
  AUTH_GOOGLE_SECRET: z.string().min(1).optional().describe("Goes with AUTH_GOOGLE_ID."),
  AUTH_OIDC_ISSUER: url.optional().describe("Sign-in with any OpenID Connect provider for members."),
  AUTH_OIDC_ID: z.string().min(1).optional().describe("Goes with AUTH_OIDC_ISSUER."),
  AUTH_OIDC_SECRET: z.string().min(1).optional().describe("Goes with AUTH_OIDC_ISSUER."),
  AUTH_OIDC_NAME: z.string().min(1).default("Single sign-on").describe("What the button of that provider says."),
  MAIL_TRANSPORT: z
    .enum(["mailbox", "smtp", "resend"])
    .optional()
    .describe("Default: resend with RESEND_API_KEY, smtp with SMTP_URL, otherwise the mailbox page."),
  MAIL_FROM: z.string().min(3).default("Throughline <plans@throughline.test>").describe("Sender of every mail."),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe("smtp:// or smtps:// with user and password."),
  RESEND_API_KEY: z.string().min(1).optional().describe("Sends through Resend."),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(/^(whsec_)?[A-Za-z0-9+/]+={0,2}$/, "must look like whsec_ and letters, as Resend shows it")
    .optional()
    .describe("Signs what Resend tells at /api/webhooks/resend: bounces, complaints, what arrived."),
  RESEND_BASE_URL: url.optional().describe("Another address of Resend's API."),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("How much is logged."),
  REMINDER_TICK_SECONDS: z.coerce
    .number()
    .min(0.05)
    .max(3600)
    .default(60)
    .describe("How often due reminders are taken."),
  CLOCK_FILE: z.string().min(1).optional().describe("Tests only: a file holding the clock's offset in milliseconds."),
  EMBEDDED: flag.default(false).describe("Set by the launcher when it started the bundled PostgreSQL."),
} as const;

const complete = z.object(settings).transform((given, context) => {
  const refuse = (setting: string, message: string) => context.addIssue({ code: "custom", path: [setting], message });
  const isProduction = given.NODE_ENV === "production" && !given.EMBEDDED;
  // `next build` loads server modules without serving anybody: it must not need the secrets of the place it will run at.
  const isBuild = process.env.NEXT_PHASE === "phase-production-build";
  const transport = given.MAIL_TRANSPORT ?? (given.RESEND_API_KEY ? "resend" : given.SMTP_URL ? "smtp" : "mailbox");

  if (!given.DATABASE_URL && !isBuild) {
    refuse("DATABASE_URL", "is not set. Start with `npm start`, which brings its own PostgreSQL, or set it to yours");
  }
  if (!given.AUTH_SECRET && isProduction && !isBuild) {
    refuse(
      "AUTH_SECRET",
      "is missing. Make one with `openssl rand -base64 33` and keep it: sessions and links need it",
    );
  }
  if (isProduction && !isBuild && !given.APP_URL) {
    refuse("APP_URL", "is missing. Set it to the address people open, such as https://plans.example.com");
  }
  // The mailbox page shows every mail, links that sign in included, to whoever can open it.
  const isPublic = given.APP_URL !== undefined && !isLoopback(given.APP_URL);
  if (isProduction && !isBuild && isPublic && transport === "mailbox" && !given.MAIL_TRANSPORT) {
    refuse(
      "MAIL_TRANSPORT",
      "is not set, nor is a way to send mail. Set RESEND_API_KEY or SMTP_URL; mailbox would show all mail to everybody",
    );
  }
  if (transport === "smtp" && !given.SMTP_URL) refuse("SMTP_URL", "is missing, and MAIL_TRANSPORT is smtp");
  if (transport === "resend" && !given.RESEND_API_KEY) {
    refuse("RESEND_API_KEY", "is missing, and MAIL_TRANSPORT is resend");
  }
  if (Boolean(given.AUTH_GOOGLE_ID) !== Boolean(given.AUTH_GOOGLE_SECRET)) {
    refuse("AUTH_GOOGLE_ID", "and AUTH_GOOGLE_SECRET go together: set both or neither");
  }
  const oidc = [given.AUTH_OIDC_ISSUER, given.AUTH_OIDC_ID, given.AUTH_OIDC_SECRET].filter(Boolean).length;
  if (oidc !== 0 && oidc !== 3) {
    refuse("AUTH_OIDC_ISSUER", "AUTH_OIDC_ID and AUTH_OIDC_SECRET go together: set all three or none");
  }

  return {
    ...given,
    APP_URL: given.APP_URL ?? `http://localhost:${given.PORT}`,
    DATABASE_URL: given.DATABASE_URL ?? "postgres://unset.invalid/unset",
    AUTH_SECRET: given.AUTH_SECRET ?? "development only: nobody relies on this secret",
    MAIL_TRANSPORT: transport,
    CLOCK_FILE: transport === "mailbox" ? given.CLOCK_FILE : undefined,
    isProduction,
  };
});

const isLoopback = (address: string) => ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);

export type Env = z.output<typeof complete>;

/** What is wrong with the settings, one line each, every line with its remedy. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

let known: Env | undefined;

/** Reads and checks the settings at their first use, so that importing a module never needs them. */
export const env: Env = new Proxy({} as Env, {
  get: (_, setting) => Reflect.get(settled(), setting),
  has: (_, setting) => Reflect.has(settled(), setting),
  ownKeys: () => Reflect.ownKeys(settled()),
  getOwnPropertyDescriptor: (_, setting) => Reflect.getOwnPropertyDescriptor(settled(), setting),
});

function settled(): Env {
  if (!known) {
    loadEnvFile();
    known = check(complete);
  }
  return known;
}

const launch = z.object(settings).pick({
  NODE_ENV: true,
  PORT: true,
  HOST: true,
  APP_URL: true,
  DATABASE_URL: true,
  DATA_DIR: true,
  AUTH_SECRET: true,
});

/** What the commands need before there is a database. */
export function launchSettings(): z.output<typeof launch> {
  loadEnvFile();
  return check(launch);
}

function check<Schema extends typeof complete | typeof launch>(schema: Schema): z.output<Schema> {
  return createEnv({
    server: settings,
    experimental__runtimeEnv: {},
    emptyStringAsUndefined: true,
    createFinalSchema: () => schema,
    onValidationError: (issues) => {
      const lines = issues.map((issue) => `  ${String(issue.path?.[0] ?? "settings")} ${issue.message}`);
      throw new SettingsError(`These settings need mending:\n${lines.join("\n")}`);
    },
  }) as z.output<Schema>;
}

/** Asked before the settings are read: unit tests have none. */
export function underTest(): boolean {
  return process.env.NODE_ENV === "test";
}

function loadEnvFile(): void {
  if (!underTest() && existsSync(".env")) process.loadEnvFile(".env");
}
