import { verbKnowing } from "../_kernel";
import { zonesOfInvited } from "../access";
import { foreseeDigests } from "../notification";
import { type Mornings, morningsOf } from "../reminder";

/** By participant. */
export type Known = {
  mornings: Mornings;
  digestDays: ReadonlyMap<string, string[]>;
  zonesOfInvited: ReadonlyMap<string, string | null>;
};

/** A verb in a plan that can tell when whoever is on it gets which mail. */
export const verbForeseeing = verbKnowing<Known>({
  ofNobody: { mornings: new Map(), digestDays: new Map(), zonesOfInvited: new Map() },
  read: async (tx, plan, now) => ({
    mornings: await morningsOf(tx, plan),
    zonesOfInvited: await zonesOfInvited(tx, plan),
    // Last of all: from here on the transaction is open to the whole workspace.
    digestDays: await foreseeDigests(tx, plan, now),
  }),
});
