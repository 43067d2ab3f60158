import { queueMail, type Tx } from "../../_kernel";
import type { Reader, Wishes } from "./heads";
import { mostUrgentFirst, type Week } from "./order";
import { propsOf, TEMPLATE } from "./props";

type Addressed = Reader & Wishes & { zone: string; country: string; today: string; isOfOne: boolean };

/** Of several plans it comes from the workspace, and is answered to none of their heads: an answer quotes the others' plans. */
export async function queueDigest(tx: Tx, weeks: Week[], to: Addressed, at: Date): Promise<void> {
  const told = mostUrgentFirst(weeks.flatMap(({ digest, ...week }) => (digest ? [{ ...week, digest }] : [])));
  const quiet = weeks.filter(({ digest }) => digest === null);
  const [first, ...others] = told;
  if (!first) return;
  const only = others.length === 0 && quiet.length === 0 ? first : null;
  const { workspaceId, personId, today, email, locale } = to;
  await queueMail(tx, {
    key: `digest:${workspaceId}:${personId}:${today}`,
    template: TEMPLATE,
    to: email,
    locale: locale ?? `und-${first.country}`,
    workspaceId,
    planId: only?.planId,
    personId,
    participantId: only?.participantId,
    props: propsOf(told, quiet, to, at),
    now: at,
  });
}
