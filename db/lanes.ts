import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "postgres";
import { type ConnectionSettings, connectOnce, type Role, type Transaction } from "./connection";
import { inTransaction, type Lane } from "./pipeline";

const END_AFTER_MS = 3_000;

export type Lanes = { transaction: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>; end: () => Promise<void> };

/** Connections for transactions that send ahead: each has its lane for itself, and waits for one where all are taken. */
export function lanes(role: Role, settings: ConnectionSettings): Lanes {
  const all: Lane[] = [];
  const free: Lane[] = [];
  const waiting: ((lane: Lane) => void)[] = [];
  const underWay = new Set<Promise<unknown>>();

  function openLane(): Lane {
    const lane: Lane = {
      isLost: false,
      onLost: () => {},
      client: connectOnce(role, settings, () => {
        lane.isLost = true;
        lane.onLost();
      }),
    };
    all.push(lane);
    return lane;
  }

  const close = (client: Sql) => client.end({ timeout: 0 }).catch(() => {});

  function giveUp(lane: Lane): void {
    all.splice(all.indexOf(lane), 1);
    void close(lane.client);
  }

  async function take(): Promise<Lane> {
    const lane = free.pop();
    if (lane && !lane.isLost) return lane;
    if (lane) giveUp(lane);
    return all.length < settings.pool ? openLane() : new Promise((resolve) => waiting.push(resolve));
  }

  function leave(lane: Lane): void {
    const next = waiting.shift();
    if (lane.isLost) giveUp(lane);
    if (next) next(lane.isLost ? openLane() : lane);
    else if (!lane.isLost) free.push(lane);
  }

  async function perform<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const lane = await take();
    return inTransaction(lane, work).finally(() => leave(lane));
  }

  return {
    transaction(work) {
      const asked = perform(work).finally(() => underWay.delete(asked));
      underWay.add(asked);
      return asked;
    },
    /** Lets what is under way come to its end, up to a limit. What is cut is undone, and whoever waits for it is told. */
    async end() {
      await Promise.race([Promise.allSettled(underWay), pause(END_AFTER_MS, undefined, { ref: false })]);
      await Promise.all(all.map(({ client }) => close(client)));
    },
  };
}
