import { env } from "@/server/env";
import { connect, type Database, type Role } from "./connection";

type Pools = Partial<Record<Role, ReturnType<typeof connect>>>;

// Next bundles server code apart from the process around it: both must share one set of connections.
const shared = globalThis as typeof globalThis & { throughlinePools?: Pools };

function pool(role: Role) {
  shared.throughlinePools ??= {};
  const pools = shared.throughlinePools;
  pools[role] ??= connect(role, {
    ownerUrl: env.DATABASE_URL,
    secret: env.AUTH_SECRET,
    pool: env.DATABASE_POOL,
    prepare: env.DATABASE_PREPARE,
  });
  return pools[role];
}

/** Tenant matter, confined by row-level security. Only the kernel's transactions use it. */
export const appDatabase = (): Database => pool("throughline_app").db;

/** As the other, and what belongs to no tenant: people, sessions, the outbox, the queue. */
export const serviceDatabase = (): Database => pool("throughline_service").db;

export const serviceClient = () => pool("throughline_service").client;

export async function closeDatabase() {
  const pools = Object.values(shared.throughlinePools ?? {});
  shared.throughlinePools = {};
  await Promise.all(pools.map(({ client }) => client.end({ timeout: 3 })));
}
