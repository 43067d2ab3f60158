import { and, eq, isNull } from "drizzle-orm";
import { member, participant, participation, person, presence } from "@/db/schema";
import { newId, recordEvent, type Tx, withinService, withinSystem } from "@/server/domain/_kernel";
import { ensurePerson } from "@/server/domain/access";
import type { Role } from "./story";

export async function knowPerson(
  email: string,
  name: string,
  title: string,
  timeZone: string,
  now: Date,
): Promise<string> {
  return withinService(async (tx) => {
    const known = await ensurePerson(tx, { email, name, now });
    await tx.update(person).set({ title, timeZone }).where(eq(person.id, known.id));
    return known.id;
  });
}

export async function joinWorkspace(
  workspaceId: string,
  colleague: { personId: string; email: string; name: string; title: string; role: "admin" | "member"; at: Date },
) {
  const { at, ...about } = colleague;
  await withinSystem({ kind: "system", job: "seed", workspaceId }, (tx) =>
    tx.insert(member).values({ workspaceId, id: newId(), ...about, joinedAt: at, createdAt: at }),
  );
}

type Place = { workspaceId: string; planId: string; personId: string; at: Date; seenAt: Date | null };

/** Takes the template's place for the role, or a new one, as accepting an invitation does. */
export async function joinPlan({ workspaceId, planId, personId, at, seenAt }: Place, role: Role): Promise<string> {
  return withinSystem({ kind: "system", job: "seed", workspaceId, planId }, async (tx) => {
    const id = (await openPlace(tx, workspaceId, planId, role)) ?? newId();
    const values = {
      side: role.side,
      role: role.role,
      personId,
      email: role.email,
      name: role.name,
      title: role.title,
      buyingRole: role.side === "buyer" ? role.buyingRole : null,
      sellerRole: role.side === "seller" ? role.sellerRole : null,
      status: "joined" as const,
      joinedAt: at,
    };
    await tx
      .insert(participant)
      .values({ workspaceId, planId, id, createdAt: at, ...values })
      .onConflictDoUpdate({ target: [participant.workspaceId, participant.id], set: values });
    await tx
      .insert(participation)
      .values({ workspaceId, planId, personId, participantId: id, side: role.side, role: role.role })
      .onConflictDoNothing();
    await recordEvent(tx, { workspaceId, participantId: id, name: role.name }, at, "participant.joined", {
      planId,
      subject: { type: "participant", id },
      after: { name: role.name, side: role.side, role: role.role },
    });
    if (seenAt) {
      await tx
        .insert(presence)
        .values({ workspaceId, planId, participantId: id, firstSeenAt: at, seenAt, leftAt: seenAt })
        .onConflictDoNothing();
    }
    return id;
  });
}

async function openPlace(tx: Tx, workspaceId: string, planId: string, role: Role): Promise<string | undefined> {
  const isRole =
    role.side === "buyer" ? eq(participant.buyingRole, role.buyingRole) : eq(participant.sellerRole, role.sellerRole);
  const [open] = await tx
    .select({ id: participant.id })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.planId, planId),
        isRole,
        isNull(participant.personId),
      ),
    )
    .limit(1);
  return open?.id;
}

/** Where a place was given to its person by the plan's making: the owner's own. */
export async function seatOf(workspaceId: string, planId: string, personId: string): Promise<string | undefined> {
  return withinSystem({ kind: "system", job: "seed", workspaceId, planId }, async (tx) => {
    const [found] = await tx
      .select({ id: participation.participantId })
      .from(participation)
      .where(
        and(
          eq(participation.workspaceId, workspaceId),
          eq(participation.planId, planId),
          eq(participation.personId, personId),
        ),
      );
    return found?.id;
  });
}
