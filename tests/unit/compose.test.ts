import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settings } from "@/server/env";

/** What the image, the compose file itself, or the tests alone decide. */
const decidedElsewhere = {
  NODE_ENV: "the image",
  HOST: "the image",
  PORT: "the image: the port outside is another matter",
  DATA_DIR: "the image",
  DATABASE_URL: "the compose file's own database",
  DATABASE_PREPARE: "no pooler stands in between",
  CLOCK_FILE: "tests",
  EMBEDDED: "the launcher",
};

const wanted = Object.keys(settings).filter((name) => !(name in decidedElsewhere));

test.each(wanted)("compose.yaml hands on %s", (name) => {
  expect(readFileSync("compose.yaml", "utf8")).toMatch(new RegExp(`^    ${name}: \\$\\{${name}(:[-?][^}]*)?\\}$`, "m"));
});

test("compose.yaml hands on no setting that there is not", () => {
  const [common = ""] = readFileSync("compose.yaml", "utf8").split(/^services:/m);
  const handedOn = [...common.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name);
  expect(handedOn.filter((name) => !name || !(name in settings))).toEqual([]);
  expect(handedOn).toContain("DATABASE_URL");
});

test("a setting that compose hands on empty counts as unset", async () => {
  const { env } = await import("@/server/env");
  for (const name of wanted) process.env[name] = "";
  Object.assign(process.env, { DATABASE_URL: "postgres://owner@database:5432/throughline" });
  expect({ ...env }).toMatchObject({ MAIL_TRANSPORT: "mailbox", LOG_LEVEL: "info", AUTH_OIDC_NAME: "Single sign-on" });
});
