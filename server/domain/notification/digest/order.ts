import type { Digest } from "./content";
import type { Headed } from "./heads";
import type { PlanOfDigest } from "./load";

/** A plan's week for who heads it; without a digest when nothing moved and nothing is due. */
export type Week = Headed & PlanOfDigest & { digest: Digest | null };
export type Told = Week & { digest: Digest };

/** Plans with news first, and of those, as of the others, the ones that want something of somebody. */
export function mostUrgentFirst<Section extends { digest: Digest }>(sections: readonly Section[]): Section[] {
  const rank = ({ digest: { moved, decision, awaited, next } }: Section) => [
    Number(moved.length > 0 || decision.was !== null),
    Number(awaited.length > 0 || next.some(({ whose }) => whose !== "named")),
    awaited.length,
    next.length,
  ];
  return sections.toSorted((one, other) => {
    const [mine, theirs] = [rank(one), rank(other)];
    const at = mine.findIndex((value, index) => value !== theirs[index]);
    return at < 0
      ? one.digest.decision.on.localeCompare(other.digest.decision.on)
      : (theirs[at] ?? 0) - (mine[at] ?? 0);
  });
}
