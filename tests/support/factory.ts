import { generateKeyBetween } from "fractional-indexing";
import {
  costLine,
  criterion,
  member,
  milestone,
  option,
  participant,
  participation,
  person,
  plan,
  planStream,
  problem,
  step,
  workspace,
} from "@/db/schema";
import { type PlanRole, type Side, type WorkspaceRole, zones } from "@/db/vocabulary";
import { newId, type Tx, withinService, withinSystem } from "@/server/domain/_kernel";

/** Each is a caller too: it has the `personId` that a verb's `run` wants. */
export type TestPerson = { personId: string; name: string; email: string };
export type TestMember = TestPerson & { memberId: string };
export type TestParticipant = TestPerson & { participantId: string; side: Side; role: PlanRole };
export type TestWorkspace = { workspaceId: string; slug: string; name: string; owner: TestMember };
/** Where a factory puts what it makes. */
export type OnPlan = { workspaceId: string; planId: string };
export type TestPlan = OnPlan & { owner: TestMember };

let counted = 0;
const count = () => {
  counted += 1;
  return counted;
};
const firstNames = ["Ines", "Jonas", "Mara", "Tobias", "Aylin", "Henrik", "Sofia", "Lukas", "Nadia", "Pieter"];
const lastNames = ["Brandt", "Okafor", "Lindqvist", "Moreau", "Yilmaz", "Keller", "Novak", "Duarte", "Visser"];

const inTenant = <T>(workspaceId: string, work: (tx: Tx) => Promise<T>) =>
  withinSystem({ kind: "system", job: "factory", workspaceId }, work);

export async function aPerson(given: Partial<typeof person.$inferInsert> = {}): Promise<TestPerson> {
  const n = count();
  const name = given.name ?? `${firstNames[n % firstNames.length]} ${lastNames[n % lastNames.length]}`;
  const row = {
    id: newId(),
    name,
    email: `person${n}.${newId().slice(-6)}@people.test`,
    emailVerified: new Date(),
    ...given,
  };
  await withinService((tx) => tx.insert(person).values(row));
  return { personId: row.id, name, email: row.email };
}

/** A selling company with one owner. */
export async function aWorkspace(given: Partial<typeof workspace.$inferInsert> = {}): Promise<TestWorkspace> {
  const row = { id: newId(), slug: `seller-${newId().slice(-12)}`, name: `Seller ${count()}`, ...given };
  await inTenant(row.id, (tx) => tx.insert(workspace).values(row));
  const owner = await aMember(row.id, { role: "owner" });
  return { workspaceId: row.id, slug: row.slug, name: row.name, owner };
}

type MemberGiven = { role?: WorkspaceRole; person?: TestPerson };

export async function aMember(workspaceId: string, given: MemberGiven = {}): Promise<TestMember> {
  const who = given.person ?? (await aPerson());
  const memberId = newId();
  await inTenant(workspaceId, (tx) =>
    tx.insert(member).values({
      workspaceId,
      id: memberId,
      personId: who.personId,
      email: who.email,
      name: who.name,
      role: given.role ?? "member",
      joinedAt: new Date(),
    }),
  );
  return { ...who, memberId };
}

type PlanGiven = Partial<typeof plan.$inferInsert> & { workspace?: TestWorkspace };

/** An empty plan with what each plan is born with: streams, problem, the two options that always are there. */
export async function aPlan({ workspace: given, ...fields }: PlanGiven = {}): Promise<TestPlan> {
  const { workspaceId, owner } = given ?? (await aWorkspace());
  const planId = fields.id ?? newId();
  const ours = { workspaceId, planId };
  await inTenant(workspaceId, async (tx) => {
    await tx.insert(plan).values({
      title: "Replace the order system",
      customerName: "Nordwind Logistik",
      country: "DE",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      anchor: "start",
      startsOn: "2026-11-02",
      decidesOn: "2027-02-12",
      ...fields,
      workspaceId,
      id: planId,
    });
    await tx.insert(planStream).values(zones.map((zone) => ({ ...ours, zone })));
    await tx.insert(problem).values({ ...ours, id: newId() });
    await tx.insert(option).values([
      { ...ours, id: newId(), zone: "shared", kind: "this_supplier", title: "This supplier", position: "a0" },
      { ...ours, id: newId(), zone: "shared", kind: "do_nothing", title: "Do nothing", position: "a1" },
    ]);
  });
  return { ...ours, owner };
}

type ParticipantGiven = Partial<Omit<typeof participant.$inferInsert, "side" | "role">> & {
  side: Side;
  role: PlanRole;
  person?: TestPerson;
};

/** Somebody who has joined the plan. */
export async function aParticipant(on: OnPlan, given: ParticipantGiven): Promise<TestParticipant> {
  const { side, role, person: known, ...fields } = given;
  const who = known ?? (await aPerson());
  const participantId = newId();
  await inTenant(on.workspaceId, async (tx) => {
    const here = { workspaceId: on.workspaceId, planId: on.planId, personId: who.personId, side, role };
    const joined = { name: who.name, email: who.email, status: "joined" as const, joinedAt: new Date() };
    await tx.insert(participant).values({ ...here, ...joined, ...fields, id: participantId });
    await tx.insert(participation).values({ ...here, participantId });
  });
  return { ...who, participantId, side, role };
}

/** A place on the plan that nobody has taken: a role without a name, unless one is given. */
export async function aPlace(on: OnPlan, given: Partial<typeof participant.$inferInsert> = {}): Promise<string> {
  const id = given.id ?? newId();
  const place = { side: "buyer" as const, role: "contributor" as const, buyingRole: "legal" as const };
  await inTenant(on.workspaceId, (tx) =>
    tx.insert(participant).values({ ...place, ...given, workspaceId: on.workspaceId, planId: on.planId, id }),
  );
  return id;
}

let lastPosition: string | null = null;
const nextPosition = () => {
  lastPosition = generateKeyBetween(lastPosition, null);
  return lastPosition;
};

export async function aMilestone(on: OnPlan, given: Partial<typeof milestone.$inferInsert> = {}): Promise<string> {
  const id = given.id ?? newId();
  await inTenant(on.workspaceId, (tx) =>
    tx.insert(milestone).values({
      title: "Agree what the problem is",
      job: "problem_identification",
      position: nextPosition(),
      ...given,
      workspaceId: on.workspaceId,
      planId: on.planId,
      id,
    }),
  );
  return id;
}

/** A step in the given milestone, or in a new one of the step's zone. */
export async function aStep(on: OnPlan, given: Partial<typeof step.$inferInsert> = {}): Promise<string> {
  const id = given.id ?? newId();
  const milestoneId = given.milestoneId ?? (await aMilestone(on, { zone: given.zone }));
  await inTenant(on.workspaceId, (tx) =>
    tx.insert(step).values({
      title: "Send the security questionnaire",
      position: nextPosition(),
      ...given,
      milestoneId,
      workspaceId: on.workspaceId,
      planId: on.planId,
      id,
    }),
  );
  return id;
}

export async function aCriterion(on: OnPlan, given: Partial<typeof criterion.$inferInsert> = {}): Promise<string> {
  const id = given.id ?? newId();
  await inTenant(on.workspaceId, (tx) =>
    tx.insert(criterion).values({
      title: "Connects to our warehouse system",
      position: nextPosition(),
      ...given,
      workspaceId: on.workspaceId,
      planId: on.planId,
      id,
    }),
  );
  return id;
}

export async function anOption(on: OnPlan, given: Partial<typeof option.$inferInsert> = {}): Promise<string> {
  const id = given.id ?? newId();
  await inTenant(on.workspaceId, (tx) =>
    tx.insert(option).values({
      title: "Another supplier",
      kind: "other_supplier",
      zone: "committee",
      position: nextPosition(),
      ...given,
      workspaceId: on.workspaceId,
      planId: on.planId,
      id,
    }),
  );
  return id;
}

export async function aCostLine(on: OnPlan, given: Partial<typeof costLine.$inferInsert> = {}): Promise<string> {
  const id = given.id ?? newId();
  await inTenant(on.workspaceId, (tx) =>
    tx.insert(costLine).values({
      title: "Orders typed in twice",
      low: 400_000,
      likely: 650_000,
      high: 900_000,
      position: nextPosition(),
      ...given,
      workspaceId: on.workspaceId,
      planId: on.planId,
      id,
    }),
  );
  return id;
}
