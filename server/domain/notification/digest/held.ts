import type { Tx } from "../../_kernel";
import { findHolds } from "../../reminder";

type Headed = { participantId: string };

/** In which of these places on plans the digest is held back, on which of these days. */
export async function digestHolds(tx: Tx, workspaceId: string, headed: Headed[], days: string[]) {
  const [from, until] = [days.toSorted().at(0), days.toSorted().at(-1)];
  if (!from || !until) return { isHeld: () => false };
  const participantIds = headed.map(({ participantId }) => participantId);
  const holds = await findHolds(tx, { workspaceId, mail: "digest", participantIds, from, until });
  return {
    isHeld: ({ participantId }: Headed, day: string) =>
      holds.some((hold) => hold.participantId === participantId && hold.day === day),
  };
}
