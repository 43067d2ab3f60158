import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import superjson from "superjson";
import { freePort } from "@/db/embedded";
import { sessionCookieName } from "@/server/auth/cookie";
import { withinService } from "@/server/domain/_kernel";
import { openSession } from "@/server/domain/access";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type Api = {
  address: string;
  process: ChildProcess;
  /** Ends it and says how: its code, or the signal. */
  end: (signal: NodeJS.Signals) => Promise<number | string>;
};

/** A process of its own that serves the API with this file's settings; answers when it listens. */
export async function startApi(port?: number): Promise<Api> {
  const onPort = port ?? (await freePort());
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/api-server.ts"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "development", LOG_LEVEL: "silent", PORT: String(onPort) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(([code, signal]) => (code ?? signal) as number | string);
  await Promise.race([
    once(child.stdout, "data"),
    ended.then((how) => {
      throw new Error(`the API ended with ${how}`);
    }),
  ]);
  return {
    address: `http://127.0.0.1:${onPort}`,
    process: child,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** The cookie of a browser in which this person is signed in. */
export async function signedIn(person: { personId: string }): Promise<string> {
  const { token } = await withinService((tx) => openSession(tx, { personId: person.personId, now: new Date() }));
  return `${sessionCookieName()}=${token}`;
}

export type Answer<T = unknown> = { ok: true; data: T } | { ok: false; status: number; code: string; details: unknown };

/** One mutation as a browser sends it. Throws when no answer came back. */
export async function post<T = unknown>(
  address: string,
  cookie: string,
  path: string,
  input: unknown,
  signal?: AbortSignal,
): Promise<Answer<T>> {
  const answer = await fetch(`${address}/api/trpc/${path}`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify(superjson.serialize(input)),
    signal,
  });
  return told<T>(answer);
}

export async function ask<T = unknown>(address: string, cookie: string, path: string, input: unknown) {
  const query = encodeURIComponent(JSON.stringify(superjson.serialize(input)));
  return told<T>(await fetch(`${address}/api/trpc/${path}?input=${query}`, { headers: { cookie } }));
}

async function told<T>(answer: Response): Promise<Answer<T>> {
  const body = await answer.json();
  if (answer.ok) return { ok: true, data: superjson.deserialize<T>(body.result.data) };
  const { refusal } = superjson.deserialize<{ data: { refusal: { code: string; details: unknown } } }>(body.error).data;
  return { ok: false, status: answer.status, ...refusal };
}
