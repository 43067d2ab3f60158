import type { Side, Zone } from "@/db/vocabulary";
import type { Caller } from "@/server/domain/_kernel";
import type { Standing } from "@/server/domain/_kernel/permissions";
import type { Everyone } from "../../support/standings";

/** For whom, and about what, an input is wanted. `side` and `who` are those that the verb will find the caller to have. */
export type Ask = { everyone: Everyone; who: Standing; side: Side; zone: Zone; caller: Caller };

export type Input = Record<string, unknown>;

export type Entry = {
  /** An input that succeeds for whoever is allowed to, with objects of its own, made in the asked zone where that is possible. */
  make: (ask: Ask) => Promise<Input> | Input;
  /** The objects that it names have zones. */
  zoned?: true;
  /** Where a verb is for fewer than its permission says. */
  only?: Standing[];
  /** Puts back what a success changed of the people. */
  after?: (everyone: Everyone) => Promise<void>;
};
export type Entries = Record<string, Entry>;

export const zoneOfSide = { seller: "seller", buyer: "committee" } as const satisfies Record<Side, Zone>;
