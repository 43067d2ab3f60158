import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { ownAddressOf } from "@/server/cli/http/own-address";

type Asked = { method?: string; url?: string; headers?: Record<string, string> };

const asked = (host: string | undefined, { method = "GET", url = "/plans?open=1", headers = {} }: Asked = {}) =>
  ({ method, url, headers: { host, ...headers } }) as unknown as IncomingMessage;
const here = new URL("http://localhost:4100");

test.each(["127.0.0.1:4100", "[::1]:4100"])("a page asked for at %s is where its forms work", (host) => {
  expect(ownAddressOf(asked(host), here)).toBe("http://localhost:4100/plans?open=1");
  expect(ownAddressOf(asked(host, { method: "HEAD" }), here)).toBe("http://localhost:4100/plans?open=1");
});

test.each([
  ["127.0.0.1:4100", "localhost:4100"],
  ["[::1]:4100", "127.0.0.1:4100"],
])("it goes by APP_URL's name, whichever that is: %s", (own, other) => {
  expect(ownAddressOf(asked(other), new URL(`http://${own}`))).toBe(`http://${own}/plans?open=1`);
  expect(ownAddressOf(asked(own), new URL(`http://${own}`))).toBeUndefined();
});

test("an address without a port is found as well", () => {
  expect(ownAddressOf(asked("127.0.0.1"), new URL("http://localhost"))).toBe("http://localhost/plans?open=1");
});

test.each([
  "localhost:4100",
  "LOCALHOST:4100",
  undefined,
  "",
  "evil.test",
  "evil.test:4100",
  "127.0.0.1.evil.test:4100",
  "a b",
])("asked for at %s, nobody is sent elsewhere", (host) => {
  expect(ownAddressOf(asked(host), here)).toBeUndefined();
});

test.each(["/api/health", "/api/trpc/plan.read?batch=1", "/api"])(
  "programs that ask for %s are answered where they ask",
  (url) => {
    expect(ownAddressOf(asked("127.0.0.1:4100", { url }), here)).toBeUndefined();
  },
);

test("a path that looks like another host's address stays a path of ours", () => {
  const found = ownAddressOf(asked("127.0.0.1:4100", { url: "//evil.test/plans" }), here) ?? "";
  expect(new URL(found).host).toBe(here.host);
});

test("what is sent, and what names another place in its first line, stays", () => {
  expect(ownAddressOf(asked("127.0.0.1:4100", { method: "POST" }), here)).toBeUndefined();
  expect(ownAddressOf(asked("127.0.0.1:4100", { url: "http://evil.test/plans" }), here)).toBeUndefined();
});

test.each([
  ["https://plans.example.com", "127.0.0.1:3000", {}],
  ["https://localhost", "127.0.0.1:3000", {}],
  ["http://localhost:8080", "127.0.0.1:3000", {}],
  ["http://localhost:3000", "127.0.0.1:3000", { "x-forwarded-for": "203.0.113.9" }],
  ["http://localhost:3000", "127.0.0.1:3000", { "x-forwarded-proto": "https" }],
  ["http://localhost:3000", "127.0.0.1:3000", { forwarded: "for=203.0.113.9" }],
] as [string, string, Record<string, string>][])(
  "behind a proxy for %s that asks for %s, nobody is sent round in a circle: %j",
  (address, host, headers) => {
    expect(ownAddressOf(asked(host, { headers }), new URL(address))).toBeUndefined();
  },
);
