import { env } from "@/server/env";
import { connect, type Database, type Transaction } from "./connection";
import { type Lanes, lanes } from "./lanes";

type Pools = { statements?: ReturnType<typeof connect>; app?: Lanes; service?: Lanes };

/**
 * For statements that stand alone. Their connections are their own: a transaction may ask for one while it holds one of the others,
 * and would wait for ever if all of those were held by such.
 */
const STATEMENTS_POOL = 4;

// Next bundles server code apart from the process around it: both must share one set of connections.
const shared = globalThis as typeof globalThis & { throughlinePools?: Pools };

function pools(): Pools {
  shared.throughlinePools ??= {};
  return shared.throughlinePools;
}

const settings = () => ({
  ownerUrl: env.DATABASE_URL,
  secret: env.AUTH_SECRET,
  pool: env.DATABASE_POOL,
  prepare: env.DATABASE_PREPARE,
});

function statements() {
  const open = pools();
  open.statements ??= connect("throughline_service", { ...settings(), pool: STATEMENTS_POOL });
  return open.statements;
}

/** Tenant matter, confined by row-level security. Only the kernel opens its transactions. */
export function appTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const open = pools();
  open.app ??= lanes("throughline_app", settings());
  return open.app.transaction(work);
}

/** As the other, over what belongs to no tenant: people, sessions, the outbox, the queue. */
export function serviceTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const open = pools();
  open.service ??= lanes("throughline_service", settings());
  return open.service.transaction(work);
}

/** The service's single statements. Transactions have connections of their own. */
export const serviceDatabase = (): Database => statements().db;

export const serviceClient = () => statements().client;

export async function closeDatabase() {
  const { statements, app, service } = pools();
  shared.throughlinePools = {};
  await Promise.all([statements?.client.end({ timeout: 3 }), app?.end(), service?.end()]);
}
