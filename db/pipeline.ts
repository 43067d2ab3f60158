import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import postgres, { type PendingQuery, type Row, type Sql, type TransactionSql } from "postgres";
import type { Transaction } from "./connection";

/** One connection. Never used again once it is lost: what was sent as part of a transaction would then stand alone. */
export type Lane = { client: Sql; isLost: boolean; onLost: () => void };

/** With some of what the driver keeps of a query. */
type Asked = PendingQuery<Row[]> & { state: unknown; cancelled: unknown; reject: (reason: unknown) => void };

const dialect = new PgDialect();
type NoSchema = Record<string, never>;

/**
 * A transaction whose statements travel together: `begin` goes out with the first of them, and `commit` behind the last without
 * waiting for its answer. It is done only if PostgreSQL says so and nothing in it failed.
 */
export async function inTransaction<T>(lane: Lane, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const asked: Asked[] = [];
  let isOver = false;
  let failure: unknown;
  let cutOff = (_reason: unknown) => {};
  // What was sent while a connection broke is at times never answered, nor refused.
  const cut = new Promise<never>((_, reject) => {
    cutOff = reject;
  });
  cut.catch(() => {});

  lane.onLost = () => {
    for (const query of asked) if (isHeldBack(query)) query.cancel();
    cutOff(failure ?? connectionLost());
  };

  function lose(reason: unknown): void {
    failure ??= reason;
    if (lane.isLost) return;
    lane.isLost = true;
    lane.onLost();
  }

  function ask(query: Asked): Asked {
    asked.push(query);
    onlyOnce(query, lose);
    query.catch((reason: unknown) => {
      failure ??= reason;
      // Whatever isn't PostgreSQL's own answer may have put questions and answers out of step.
      if (!(reason instanceof postgres.PostgresError)) lose(reason);
    });
    return query;
  }

  const send: Sql["unsafe"] = (text, values = [], options = {}) => {
    if (isOver || lane.isLost) {
      failure ??= lane.isLost ? connectionLost() : new Error("this transaction has ended");
      throw failure;
    }
    const settings = values.length > 0 ? { ...options, prepare: true } : options;
    return ask(lane.client.unsafe(text, values, settings) as Asked) as never;
  };
  let parts = 0;
  /** What fails in a part is undone, and the rest of the transaction goes on. */
  async function savepoint<R>(perform: (part: typeof client) => Promise<R>): Promise<R> {
    const name = `part_${++parts}`;
    const from = asked.length;
    send(`savepoint ${name}`);
    try {
      const done = await perform(client);
      await Promise.all(asked.slice(from));
      send(`release savepoint ${name}`);
      return done;
    } catch (reason) {
      await Promise.allSettled(asked.slice(from));
      const first = failure ?? reason;
      // Where something failed before the part, there is nothing to go back to.
      await send(`rollback to savepoint ${name}`).catch(() => {
        throw first;
      });
      asked.length = from;
      failure = undefined;
      throw isAftermath(reason) ? first : reason;
    }
  }

  // Of the client, drizzle's session uses these three.
  const client = { options: lane.client.options, unsafe: send, savepoint } as unknown as Sql & TransactionSql;
  const session = new PostgresJsSession<Sql & TransactionSql, NoSchema, NoSchema>(client, dialect, undefined);

  async function perform(): Promise<T> {
    send("begin");
    const result = await work(new PostgresJsTransaction(dialect, session, undefined));
    const committing = send("commit");
    isOver = true;
    const { command } = await committing;
    // Any statement may have failed before, waited for or not: PostgreSQL then answers ROLLBACK.
    if (failure || command !== "COMMIT") throw failure ?? new Error("the transaction was rolled back");
    return result;
  }

  try {
    return await Promise.race([perform(), cut]);
  } catch (reason) {
    isOver = true;
    // A connection that can't even do this is dying.
    if (!lane.isLost)
      await Promise.race([ask(lane.client.unsafe("rollback") as Asked), cut]).catch(() => {
        lane.isLost = true;
      });
    // What comes after the first failure only says that something failed before.
    throw isAftermath(reason) ? (failure ?? reason) : reason;
  } finally {
    lane.onLost = () => {};
  }
}

/** As the driver says it. */
const connectionLost = () => Object.assign(new Error("the connection was lost"), { code: "CONNECTION_CLOSED" });

/** Not yet given to the connection, which would send it on its own after connecting anew. */
const isHeldBack = (query: Asked) => query.state === null;

/**
 * The driver asks again by itself what the server has no plan for any more, which it notes first. In a transaction that has
 * failed this is of no use, and behind its end the statement would stand alone.
 */
function onlyOnce(query: Asked, forgotten: (reason: unknown) => void): void {
  Object.defineProperty(query, "retried", {
    set(reason: unknown) {
      query.cancelled = true;
      query.reject(reason);
      forgotten(reason);
    },
  });
}

/** Of a statement in a transaction that had failed before it. */
const isAftermath = (reason: unknown): boolean => codeOf(reason) === "25P02";

/** PostgreSQL's code of an error, whether drizzle wrapped it or not. */
export function codeOf(reason: unknown): string | undefined {
  const { code, cause } = (reason ?? {}) as { code?: string; cause?: { code?: string } };
  return code ?? cause?.code;
}
