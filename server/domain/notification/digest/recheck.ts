import { Temporal } from "temporal-polyfill";
import { maySee, type Side } from "@/db/vocabulary";
import { become, groupBy, type Tx, todayIn } from "../../_kernel";
import { morningOfLate } from "../../calendar";
import type { QueuedNotices } from "../mail/recheck";
import { stepsToldOf } from "../mail/still-seen";
import { headedBy, type Wishes, wishesOf } from "./heads";
import { digestHolds } from "./held";
import { FrozenDigest, type FrozenSection } from "./props";

type Verdict = { skip: string } | { props: FrozenDigest; waitsUntil: Date | null };

/** A digest that was held up for longer tells of another week. */
const MOST_DAYS_LATE = 3;

/**
 * Looks again before digests leave: plans that their reader no longer heads, or no longer wants, or that are held back by now, are taken
 * out, and steps that their side no longer sees; a mail with none left is not sent; not at night, and not when its week is over.
 */
export async function recheckDigests(tx: Tx, mails: QueuedNotices[], at: Date): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const [workspaceId, ofTenant] of groupBy(mails, (mail) => mail.workspaceId ?? noTenant)) {
    const personIds = ofTenant.flatMap(({ personId }) => personId ?? []);
    await become(tx, { kind: "system", job: "digest.recheck", workspaceId });
    const headed = await headedBy(tx, workspaceId, personIds);
    const wishes = await wishesOf(tx, workspaceId, personIds);
    const steps = await stepsToldOf(tx, workspaceId, ofTenant.flatMap(stepsIn));
    const isHeld = await digestHolds(tx, workspaceId, headed, ofTenant.flatMap(dayOf));
    for (const mail of ofTenant) {
      const known = wishes.get(mail.personId ?? "");
      const theirs = headed.filter(({ personId }) => personId === mail.personId);
      verdicts.set(
        mail.id,
        known ? judge(mail, { headed: theirs, steps, isHeld, ...known }, at) : { skip: "the person is gone" },
      );
    }
  }
  return verdicts;
}

const noTenant = "00000000-0000-0000-0000-000000000000";

/** What a queued digest tells of steps by name. */
function stepsIn({ props }: QueuedNotices) {
  const frozen = FrozenDigest.safeParse(props);
  const told = frozen.success
    ? frozen.data.plans.flatMap(({ moved, next, awaited }) => [moved, next, awaited].flat())
    : [];
  return told.flatMap(({ stepId }) => (stepId ? [{ subjectId: stepId, stepId }] : []));
}

/** Whose morning it was made for. */
function dayOf({ props }: QueuedNotices) {
  const frozen = FrozenDigest.safeParse(props);
  return frozen.success ? frozen.data.today : [];
}

type Now = Wishes & {
  headed: { planId: string; participantId: string; side: Side }[];
  steps: Awaited<ReturnType<typeof stepsToldOf>>;
  isHeld: Awaited<ReturnType<typeof digestHolds>>;
};

function judge(mail: QueuedNotices, { email, wants, headed, steps, isHeld }: Now, at: Date): Verdict {
  const frozen = FrozenDigest.safeParse(mail.props);
  if (!frozen.success) return { skip: "its props are not a digest's" };
  if (email !== mail.to) return { skip: "the person's address has changed" };
  const { zone, country, today } = frozen.data;
  const sideNow = ({ planId, side }: { planId: string; side?: Side | undefined }) => {
    const known = headed.find((plan) => plan.planId === planId && plan.side === (side ?? plan.side));
    return known && wants(planId) && !isHeld(known, today) ? known.side : undefined;
  };
  const plans = frozen.data.plans.flatMap((section) => {
    const side = sideNow(section);
    return side ? (stillTold(section, side, steps) ?? []) : [];
  });
  const quiet = frozen.data.quiet.filter(sideNow);
  if (plans.length === 0)
    return { skip: "the person no longer heads these plans, wants no digest of them, or it is held back" };
  const daysLate = Temporal.PlainDate.from(today).until(todayIn(zone, at)).days;
  if (daysLate > MOST_DAYS_LATE) return { skip: "its week is over" };
  return { props: { ...frozen.data, plans, quiet }, waitsUntil: morningOfLate(mail.createdAt, { zone, country }, at) };
}

/** @returns null when nothing is left of it. */
function stillTold(section: FrozenSection, side: Side, steps: Now["steps"]): FrozenSection | null {
  const isSeen = ({ stepId }: { stepId?: string | null | undefined }) => {
    const step = stepId ? steps.get(stepId) : undefined;
    return step === undefined || (maySee(side, step.zone) && step.removedAt === null);
  };
  const moved = section.moved.filter(isSeen);
  const next = section.next.filter(isSeen);
  const awaited = section.awaited.filter(isSeen);
  const isLeft = [...moved, ...next, ...awaited].length + section.older > 0 || section.decisionWas !== null;
  return isLeft ? { ...section, moved, next, awaited } : null;
}
