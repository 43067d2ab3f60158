import { Temporal } from "temporal-polyfill";
import { become, groupBy, type Tx, todayIn } from "../../_kernel";
import type { QueuedNotices } from "../mail/recheck";
import { morningOfLate } from "../mail-due";
import { headedBy, type Wishes, wishesOf } from "./heads";
import { FrozenDigest } from "./props";

type Verdict = { skip: string } | { props: FrozenDigest; waitsUntil: Date | null };

/** A digest that was held up for longer tells of another week. */
const MOST_DAYS_LATE = 3;

/**
 * Looks again before digests leave: plans that their reader no longer heads, or no longer wants, are taken out, and a mail with none left
 * is not sent; not at night, and not when its week is over.
 */
export async function recheckDigests(tx: Tx, mails: QueuedNotices[], at: Date): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const [workspaceId, ofTenant] of groupBy(mails, (mail) => mail.workspaceId ?? noTenant)) {
    const personIds = ofTenant.flatMap(({ personId }) => personId ?? []);
    await become(tx, { kind: "system", job: "digest.recheck", workspaceId });
    const headed = await headedBy(tx, workspaceId, personIds);
    const wishes = await wishesOf(tx, workspaceId, personIds);
    for (const mail of ofTenant) {
      const known = wishes.get(mail.personId ?? "");
      const theirs = headed.filter(({ personId }) => personId === mail.personId);
      verdicts.set(mail.id, known ? judge(mail, theirs, known, at) : { skip: "the person is gone" });
    }
  }
  return verdicts;
}

const noTenant = "00000000-0000-0000-0000-000000000000";

type Headed = { planId: string; side: string };

function judge(mail: QueuedNotices, headed: Headed[], { email, wants }: Wishes, at: Date): Verdict {
  const frozen = FrozenDigest.safeParse(mail.props);
  if (!frozen.success) return { skip: "its props are not a digest's" };
  if (email !== mail.to) return { skip: "the person's address has changed" };
  const { zone, country, today } = frozen.data;
  const isStill = ({ planId, side }: { planId: string; side?: string | undefined }) =>
    wants(planId) && headed.some((known) => known.planId === planId && known.side === (side ?? known.side));
  const plans = frozen.data.plans.filter(isStill);
  const quiet = frozen.data.quiet.filter(isStill);
  if (plans.length === 0) return { skip: "the person no longer heads these plans, or wants no digest of them" };
  const daysLate = Temporal.PlainDate.from(today).until(todayIn(zone, at)).days;
  if (daysLate > MOST_DAYS_LATE) return { skip: "its week is over" };
  return { props: { ...frozen.data, plans, quiet }, waitsUntil: morningOfLate(mail.createdAt, { zone, country }, at) };
}
