import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesUnder } from "@/server/cli/launch/sources";
import { securityHeaders } from "@/server/headers";

Object.assign(process.env, { DATABASE_URL: "postgres://owner@database:5432/throughline" });

/** "app/(public)/step/page.tsx" is shown at "/step". */
const pathOf = (file: string) =>
  file
    .replace(/^app/, "")
    .replace(/\/\([^)]+\)/g, "")
    .replace(/\/page\.tsx$/, "") || "/";
const pages = filesUnder("app").filter((file) => file.endsWith("/page.tsx"));
const secret = pages.filter((file) => /\btoken\b/.test(readFileSync(file, "utf8"))).map(pathOf);

test("every page that reads a token from its address tells no other site of it, and is not stored", () => {
  expect(secret.sort()).toEqual(
    ["/invitation", "/preferences", "/request", "/sign-in/confirm", "/step", "/unsubscribe"].sort(),
  );
  for (const path of secret) {
    expect({ path, ...securityHeaders(path, "n") }).toMatchObject({
      path,
      "referrer-policy": "no-referrer",
      "cache-control": "no-store, max-age=0",
    });
  }
});

test.each(["/api/access/unsubscribe", "/api/access/invitation", "/api/feeds/secret.ics"])(
  "behind %s no other site is told either, and what may be kept is left to it",
  (path) => {
    const headers = securityHeaders(path, "n");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cache-control"]).toBeUndefined();
  },
);

test("of other pages only the site's name is told", () => {
  for (const path of ["/", "/sign-in", "/plans", "/steps", "/stepping", "/plans/1/step", "/apiary"]) {
    expect(securityHeaders(path, "n")["referrer-policy"]).toBe("strict-origin-when-cross-origin");
    expect(securityHeaders(path, "n")["cache-control"]).toBeUndefined();
  }
});
