import { expect } from "vitest";
import { tellPeople, tickDigests } from "@/server/domain/notification";
import { completeStep } from "@/server/domain/step";
import { setClock } from "./clock";
import { owner } from "./database";
import {
  aParticipant,
  aPerson,
  aPlan,
  aStep,
  aWorkspace,
  type TestParticipant,
  type TestPerson,
  type TestPlan,
  type TestWorkspace,
} from "./factory";

/** The Wednesday before, and two Mondays' mornings in Berlin. */
export const WEDNESDAY = "2027-02-10T09:00:00Z";
export const MONDAY = "2027-02-15T07:35:00Z";
export const NEXT_MONDAY = "2027-02-22T07:35:00Z";

type World = { workspace: TestWorkspace; dana: TestPerson };
export type Headed = TestPlan & { dana: TestParticipant };

/** Nothing is queued or due, and Dana is at Acme. */
export async function beginOnWednesday(): Promise<World> {
  setClock(WEDNESDAY);
  for (const table of ["mail", "digest_due", "notification_choice", "mail_preference"]) {
    await owner().unsafe(`delete from ${table}`);
  }
  await owner()`update plan_stream set told_seq = head_seq`;
  return {
    workspace: await aWorkspace({ name: "Acme Scheduling" }),
    dana: await aPerson({ name: "Dana Kim", timeZone: "Europe/Berlin", locale: "en" }),
  };
}

type Given = { side?: "seller" | "buyer"; plan?: Parameters<typeof aPlan>[0] };

/** A plan that Dana owns, unless she leads its committee. */
export async function aPlanOf({ workspace, dana }: World, title: string, { side = "seller", plan: of }: Given = {}) {
  const plan = await aPlan({ workspace, title, ...of });
  const role = side === "seller" ? "owner" : "lead";
  return { ...plan, dana: await aParticipant(plan, { side, role, person: dana }) };
}

/** Something is done on it today. */
export async function news(
  { dana, ...plan }: Headed,
  title: string,
  zone: "shared" | "committee" | "seller" = "shared",
) {
  const stepId = await aStep(plan, { title, ownerId: dana.participantId, zone });
  await completeStep.run(dana, { planId: plan.planId, stepId });
  await tellPeople();
}

export async function tick(moment: string): Promise<void> {
  setClock(moment);
  await tickDigests();
}

export const digests = () => owner()`select * from mail where template = 'digest' order by created_at, id`;

type Row = Record<"plan_id" | "state" | "subject" | "text" | "html", string> & {
  props: { plans: { plan: { title: string } }[]; quiet: object[]; unsubscribeUrl: string };
  headers: Record<string, string>;
};

export async function theOneDigest(): Promise<Row> {
  const [mail, ...others] = await digests();
  expect(others).toEqual([]);
  return (mail ?? expect.fail("there is no digest")) as Row;
}

export const plansIn = ({ props }: Row) => props.plans.map(({ plan }) => plan.title);
