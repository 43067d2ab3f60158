import { and, eq, inArray } from "drizzle-orm";
import { participation, person } from "@/db/schema";
import { become, groupBy, type Tx, todayIn } from "../../_kernel";
import { choicesOf } from "../choices";
import type { QueuedNotices } from "../mail/recheck";
import { isDigestOff, isMuted } from "../topics";
import { FrozenDigest } from "./props";

/** Looks again before digests leave: to whoever heads the plan still, wants it still, and on its own day. @returns why not. */
export async function recheckDigests(tx: Tx, mails: QueuedNotices[], at: Date): Promise<Map<string, { skip: string }>> {
  const skipped = new Map<string, { skip: string }>();
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
      const why = whyNot(mail, heads, at);
      const choices = chosen.get(mail.personId ?? "") ?? [];
      const planId = FrozenDigest.safeParse(mail.props).data?.planId ?? "";
      if (why) skipped.set(mail.id, { skip: why });
      else if (isMuted(choices, planId) || isDigestOff(choices, planId)) {
        skipped.set(mail.id, { skip: "the person wants no digest of this plan" });
      }
    }
  }
  return skipped;
}

const noTenant = "00000000-0000-0000-0000-000000000000";

type Head = { planId: string; personId: string; email: string };

function whyNot(mail: QueuedNotices, heads: Head[], at: Date): string | null {
  const frozen = FrozenDigest.safeParse(mail.props);
  if (!frozen.success) return "its props are not a digest's";
  const { planId, zone, today } = frozen.data;
  const head = heads.find((known) => known.planId === planId && known.personId === mail.personId);
  if (!head) return "the person no longer heads the plan";
  if (head.email !== mail.to) return "the person's address has changed";
  return todayIn(zone, at) === today ? null : "its day is over";
}
