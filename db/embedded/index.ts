import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { chooseAccount, choosePlace } from "./account";
import { type Binaries, findBinaries, makeRunnable } from "./binaries";
import { type Cluster, createCluster, handOver, ownerName, refuseOtherMajor, runServer, stopServer } from "./cluster";
import { livingPostmaster, type Postmaster } from "./postmaster";
import { EmbeddedRefusal } from "./refusal";
import { freePort, newPassword, readState, type State, withLock, writeState } from "./state";

export { EmbeddedRefusal } from "./refusal";
export { freePort } from "./state";

const databaseName = "throughline";

export type Embedded = {
  /** The owner's address. */
  url: string;
  /** Stops the server if this call started it; a server that was found running is left running. */
  stop(): Promise<void>;
  reused: boolean;
  pid: number;
  /** Where the cluster really is: elsewhere than asked when the server's account cannot enter the data directory. */
  place: string;
};

/**
 * Starts the PostgreSQL that came with the packages, or takes the one already running on this data directory.
 * @param ephemeral for throw-away clusters: fast, and lost when the machine is.
 * @param binaries another PostgreSQL than the one of the packages.
 */
export async function startEmbedded(options: {
  dataDir: string;
  ephemeral?: boolean;
  binaries?: Binaries;
}): Promise<Embedded> {
  const dataDir = resolve(options.dataDir);
  return withLock(dataDir, async () => {
    const known = readState(dataDir);
    const account = chooseAccount(known && join(known.place, "postgres"));
    const place = known?.place ?? (await choosePlace(dataDir, account));
    await mkdir(place, { recursive: true });
    const directory = join(place, "postgres");
    const state: State = { place, port: known?.port ?? 0, password: known?.password ?? newPassword() };

    const living = livingPostmaster(directory);
    if (living && (await answers(living, directory, state))) {
      return { url: urlOf(living.port, state), reused: true, pid: living.pid, place, stop: async () => {} };
    }

    const binaries = options.binaries ?? (await findBinaries());
    refuseOtherMajor(directory, binaries.major);
    const native = await makeRunnable(binaries, account, place);
    const { major } = binaries;
    const cluster: Cluster = { native, major, directory, account, ephemeral: options.ephemeral ?? false };
    await writeState(dataDir, state);
    await createCluster(cluster, state.password);
    await handOver(cluster);
    state.port = await freePort(state.port);
    await writeState(dataDir, state);

    const child = await runServer(cluster, state.port);
    const stopAtExit = () => child.kill("SIGINT");
    process.once("exit", stopAtExit);
    await createDatabase(state);
    return {
      url: urlOf(state.port, state),
      reused: false,
      pid: child.pid ?? 0,
      place,
      stop: async () => {
        process.off("exit", stopAtExit);
        await stopServer(cluster, child);
      },
    };
  });
}

/** The owner's address of the server running on this data directory, if one is. */
export function runningEmbedded(dataDir: string): string | undefined {
  const state = readState(resolve(dataDir));
  const living = state && livingPostmaster(join(state.place, "postgres"));
  return state && living?.ready ? urlOf(living.port, state) : undefined;
}

/** A server that is just starting, recovering or shutting down is waited for. */
async function answers(found: Postmaster, directory: string, state: State): Promise<boolean> {
  const giveUp = Date.now() + 60_000;
  let living: Postmaster | undefined = found;
  while (living && Date.now() < giveUp) {
    if (living.ready) {
      const sql = connect(living.port, state);
      const answer = await sql`show data_directory`.catch(() => []).finally(() => sql.end({ timeout: 1 }));
      if (answer[0]?.data_directory === directory) return true;
    }
    await pause(100);
    living = livingPostmaster(directory);
  }
  if (!living) return false;
  throw new EmbeddedRefusal(
    `A PostgreSQL server (process ${found.pid}) holds ${directory} but does not answer. End that process, then start again.`,
  );
}

async function createDatabase(state: State): Promise<void> {
  const sql = connect(state.port, state);
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (!found) await sql`create database ${sql(databaseName)}`;
  } finally {
    await sql.end();
  }
}

function connect(port: number, state: State) {
  const owner = { user: ownerName, password: state.password };
  return postgres({
    host: "127.0.0.1",
    port,
    database: "postgres",
    ...owner,
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  });
}

function urlOf(port: number, state: State): string {
  return `postgres://${ownerName}:${state.password}@127.0.0.1:${port}/${databaseName}`;
}
