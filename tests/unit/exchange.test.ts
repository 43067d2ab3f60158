import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { exchange, type FetchHandler } from "@/server/cli/http/exchange";

const origin = "https://plans.example.com";
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serving(handle: FetchHandler): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    exchange(handle, origin, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("the handler sees the public address, the method, the headers and the body", async () => {
  const address = await serving(async (incoming) =>
    Response.json({
      url: incoming.url,
      method: incoming.method,
      kind: incoming.headers.get("x-kind"),
      body: await incoming.text(),
    }),
  );
  const answer = await fetch(`${address}/api/trpc/step.complete?batch=1`, {
    method: "POST",
    body: "Größe",
    headers: { "x-kind": "a" },
  });
  expect(await answer.json()).toEqual({
    url: `${origin}/api/trpc/step.complete?batch=1`,
    method: "POST",
    kind: "a",
    body: "Größe",
  });
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
});

test("several cookies stay several", async () => {
  const address = await serving(async () => {
    const headers = new Headers();
    headers.append("set-cookie", "a=1");
    headers.append("set-cookie", "b=2");
    return new Response("done", { status: 201, headers });
  });
  const answer = await fetch(address);
  expect(answer.status).toBe(201);
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
});

test("a long JSON answer is compressed for those who read that", async () => {
  const long = { text: "step ".repeat(5_000) };
  const address = await serving(async () => Response.json(long));
  const packed = await fetch(address, { headers: { "accept-encoding": "gzip" } });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect(await packed.json()).toEqual(long);
  const plain = await fetch(address, { headers: { "accept-encoding": "identity" } });
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(plain.headers.get("vary")).toBe("accept-encoding");
});

test.each([true, false])("a body over 1 MB is refused with 413 (length announced: %s)", async (isAnnounced) => {
  const address = await serving(async () => new Response("never"));
  const body = Buffer.alloc(1_100_000, "x");
  const status = await new Promise((resolve, reject) => {
    const outgoing = request(address, {
      method: "POST",
      headers: isAnnounced ? { "content-length": body.length } : {},
    });
    outgoing.once("response", (answer) => resolve(answer.statusCode)).on("error", reject);
    outgoing.end(body);
  });
  expect(status).toBe(413);
});

test.each(["keep-alive", "close"])(
  "what is far too long is answered at once, and still read to its end, so that no connection breaks under its sender (%s)",
  async (connection) => {
    const address = await serving(async () => new Response("never"));
    const piece = Buffer.alloc(1_048_576, "x");
    const outgoing = request(address, { method: "POST", headers: { "content-length": 40 * piece.length, connection } });
    const broken = once(outgoing, "error").then(([error]) => error);
    outgoing.write(piece);
    const [answer] = await once(outgoing, "response");
    expect(answer.statusCode).toBe(413);
    expect(await text(answer)).toMatch(/too much/);

    for (let sent = 1; sent < 40; sent++) {
      const wrote = new Promise((resolve) => outgoing.write(piece, resolve));
      expect(await Promise.race([wrote, broken])).toBeFalsy();
    }
    outgoing.end();
    expect(await Promise.race([once(outgoing, "close"), broken])).toEqual([]);
  },
);

test("a stream arrives piece by piece, and ends when its reader leaves", async () => {
  let aborted: () => void = () => {};
  const left = new Promise<void>((resolve) => {
    aborted = resolve;
  });
  const address = await serving(async (incoming) => {
    incoming.signal.addEventListener("abort", aborted);
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode("data: first\n\n")),
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
  const reader = new AbortController();
  const answer = await fetch(address, { signal: reader.signal });
  const first = await answer.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toBe("data: first\n\n");
  reader.abort();
  await left;
});
