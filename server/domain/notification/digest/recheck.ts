import { and, eq, inArray } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { participation, person } from "@/db/schema";
import { become, groupBy, type Tx, todayIn } from "../../_kernel";
import { choicesOf } from "../choices";
import type { QueuedNotices } from "../mail/recheck";
import { morningOfLate } from "../mail-due";
import { type Choice, isDigestOff, isMuted } from "../topics";
import { FrozenDigest } from "./props";

type Verdict = { skip: string } | { props: FrozenDigest; waitsUntil: Date | null };

/** A digest that was held up for longer tells of another week. */
const MOST_DAYS_LATE = 3;

/** Looks again before digests leave: to whoever heads the plan still and wants it still, not at night, and not when its week is over. */
export async function recheckDigests(tx: Tx, mails: QueuedNotices[], at: Date): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const [workspaceId, ofTenant] of groupBy(mails, (mail) => mail.workspaceId ?? "")) {
    const personIds = ofTenant.flatMap(({ personId }) => personId ?? []);
    if (workspaceId) await become(tx, { kind: "system", job: "digest.recheck", workspaceId });
    const [heads, chosen] = await Promise.all([
      tx
        .select({ planId: participation.planId, personId: participation.personId, email: person.email })
        .from(participation)
        .innerJoin(person, eq(person.id, participation.personId))
        .where(
          and(
            eq(participation.workspaceId, workspaceId || noTenant),
            inArray(participation.personId, personIds),
            inArray(participation.role, ["lead", "owner"]),
          ),
        ),
      choicesOf(tx, personIds),
    ]);
    for (const mail of ofTenant) {
      verdicts.set(mail.id, judge(mail, heads, chosen.get(mail.personId ?? "") ?? [], at));
    }
  }
  return verdicts;
}

const noTenant = "00000000-0000-0000-0000-000000000000";

type Head = { planId: string; personId: string; email: string };

function judge(mail: QueuedNotices, heads: Head[], choices: Choice[], at: Date): Verdict {
  const frozen = FrozenDigest.safeParse(mail.props);
  if (!frozen.success) return { skip: "its props are not a digest's" };
  const { planId, zone, country, today } = frozen.data;
  const head = heads.find((known) => known.planId === planId && known.personId === mail.personId);
  if (!head) return { skip: "the person no longer heads the plan" };
  if (head.email !== mail.to) return { skip: "the person's address has changed" };
  if (isMuted(choices, planId) || isDigestOff(choices, planId))
    return { skip: "the person wants no digest of this plan" };
  const daysLate = Temporal.PlainDate.from(today).until(todayIn(zone, at)).days;
  if (daysLate > MOST_DAYS_LATE) return { skip: "its week is over" };
  return { props: frozen.data, waitsUntil: morningOfLate(mail.createdAt, { zone, country }, at) };
}
