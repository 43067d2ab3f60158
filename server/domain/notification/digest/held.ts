import type { Tx } from "../../_kernel";
import { findHolds } from "../../reminder";

type Headed = { participantId: string };

/** Whether the digest to one of these places on plans is held back on one of these days. */
export async function digestHolds(tx: Tx, workspaceId: string, headed: Headed[], days: string[]) {
  const inOrder = days.toSorted();
  const [from, until] = [inOrder.at(0), inOrder.at(-1)];
  const participantIds = headed.map(({ participantId }) => participantId);
  const holds = from && until ? await findHolds(tx, { workspaceId, mail: "digest", participantIds, from, until }) : [];
  return ({ participantId }: Headed, day: string): boolean =>
    holds.some((hold) => hold.participantId === participantId && hold.day === day);
}
