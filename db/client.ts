import { env } from "@/server/env";
import { connect, type Database, type Transaction } from "./connection";
import { type Lanes, lanes } from "./lanes";

type Pools = { service?: ReturnType<typeof connect>; limits?: ReturnType<typeof connect>; app?: Lanes };

/** For single statements that wait for nothing. */
const LIMITS_POOL = 2;

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

function service() {
  const open = pools();
  open.service ??= connect("throughline_service", settings());
  return open.service;
}

/** Tenant matter, confined by row-level security. Only the kernel opens its transactions. */
export function appTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const open = pools();
  open.app ??= lanes("throughline_app", settings());
  return open.app.transaction(work);
}

/** As the other, and what belongs to no tenant: people, sessions, the outbox, the queue. */
export const serviceDatabase = (): Database => service().db;

/**
 * For counting how often something is done. Its connections are its own: a transaction may count while it holds one of the others,
 * and would wait for ever if all of those were held by such.
 */
export function limitsDatabase(): Database {
  const open = pools();
  open.limits ??= connect("throughline_service", { ...settings(), pool: LIMITS_POOL });
  return open.limits.db;
}

export const serviceClient = () => service().client;

export async function closeDatabase() {
  const { service, limits, app } = pools();
  shared.throughlinePools = {};
  await Promise.all([service?.client.end({ timeout: 3 }), limits?.client.end({ timeout: 3 }), app?.end()]);
}
