import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { freePort, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { answers, start, stop } from "./process";
import { fill, fullSize, quickSize, type Size } from "./scale";

export type Ground = {
  isQuick: boolean;
  size: Size;
  /** A directory that is removed at the end. */
  place: string;
  secret: string;
  /** The owner's address of the filled database. */
  databaseUrl: string;
  /** How long and how often each side is asked. */
  rounds: number;
  seconds: number;
  /** A migrated database on the same server, filled when a size is given. */
  makeDatabase: (name: string, size?: Size) => Promise<string>;
  /** Frees the disk that it took. */
  dropDatabase: (name: string) => Promise<void>;
  /** How many steps `reminder-tick` is asked for. */
  tickSteps: number;
  /** One web server of ours on the filled database, in production; the first call's is shared. */
  web: (which: "first" | "second") => Promise<string>;
  reference: () => Promise<string>;
};

type Wish = { isQuick: boolean; tickSteps: number; say: (line: string) => void };

/** A PostgreSQL of its own with settings that keep what was acknowledged, filled; servers start when a row asks for them. */
export async function openGround({ isQuick, tickSteps, say }: Wish) {
  const place = await mkdtemp(join(tmpdir(), "throughline-bench-"));
  const secret = randomBytes(33).toString("base64url");
  const size = isQuick ? quickSize : fullSize;
  const server = await startEmbedded({ dataDir: join(place, "data") });
  const children: ReturnType<typeof start>[] = [];
  const started = new Map<string, Promise<string>>();

  async function asOwner(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
    const owner = postgres(server.url, { max: 1, onnotice: () => {} });
    await work(owner).finally(() => owner.end());
  }
  const dropDatabase = (name: string) => asOwner((sql) => sql`drop database ${sql(name)} with (force)`);

  async function makeDatabase(name: string, filledTo?: Size): Promise<string> {
    await asOwner((sql) => sql`create database ${sql(name)}`);
    const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
    await migrate(url, secret);
    if (filledTo) {
      say(
        `filling ${filledTo.workspaces} workspaces, ${filledTo.plans} plans, ${filledTo.plans * filledTo.stepsPerPlan} steps`,
      );
      await fill(url, filledTo);
    }
    return url;
  }

  const once = (name: string, make: () => Promise<string>) => {
    const known = started.get(name) ?? make();
    started.set(name, known);
    return known;
  };
  async function serve(words: string[], settings: Record<string, string>, path: string): Promise<string> {
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const child = start(words, { PORT: String(port), APP_URL: address, ...settings });
    children.push(child);
    await answers(address + path, child);
    return address;
  }

  const ground = {
    isQuick,
    size,
    place,
    secret,
    databaseUrl: "",
    rounds: isQuick ? 3 : 7,
    seconds: isQuick ? 1 : 4,
    makeDatabase,
    dropDatabase,
    tickSteps,
    web: (which) => once(which, () => serve(["server/cli/serve.ts"], production(ground), "/api/health")),
    reference: () =>
      once("reference", () => serve(["tests/bench/reference.ts"], { DATABASE_URL: ground.databaseUrl }, "/")),
  } satisfies Ground as Ground;

  async function close() {
    await Promise.all(children.map(stop));
    await server.stop();
    await Promise.all([place, server.place].map((path) => rm(path, { recursive: true, force: true })));
  }
  async function fillIt() {
    ground.databaseUrl = await makeDatabase("bench", size);
  }
  return { ground, fillIt, close };
}

/** The settings of a process of ours: those of production, whatever the shell around says. */
export const production = ({ databaseUrl, secret, place }: Ground): Record<string, string> => ({
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  DATABASE_URL: databaseUrl,
  DATABASE_POOL: "10",
  DATA_DIR: join(place, "files"),
  AUTH_SECRET: secret,
  HOST: "127.0.0.1",
  LOG_LEVEL: "warn",
  MAIL_TRANSPORT: "mailbox",
  RESEND_API_KEY: "",
  SMTP_URL: "",
  EMBEDDED: "",
  CLOCK_FILE: "",
});
