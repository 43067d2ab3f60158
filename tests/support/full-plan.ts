import { zones } from "@/db/vocabulary";
import { newId } from "@/server/domain/_kernel";
import { owner } from "./database";
import { aCostLine, aCriterion, anOption, aPlace, aStep } from "./factory";
import { aPlanWithEveryone, type Everyone } from "./standings";

export type FullPlan = Everyone & { steps: Record<(typeof zones)[number], string>; mark: string };

/**
 * A plan with a row in each tenant table, and one in each zone where a table has zones. `mark` is in every text, so that whatever
 * leaks can be known by it.
 */
export async function aFullPlan(): Promise<FullPlan> {
  const mark = `mark-${newId().slice(-12)}`;
  const everyone = await aPlanWithEveryone();
  const { plan, buyer, seller, workspace } = everyone;
  const here = { workspace_id: plan.workspaceId, plan_id: plan.planId };
  const sql = owner();
  const place = await aPlace(plan, { title: mark });
  await aCostLine(plan, { title: mark });
  await sql`insert into invitation ${sql({
    ...{ ...here, id: newId(), participant_id: place, email: "invited@people.test", token_hash: newId() },
    ...{ invited_by_name: mark, expires_at: new Date(Date.now() + 86_400_000) },
  })}`;

  await sql`insert into access_request ${sql({
    ...{
      ...here,
      id: newId(),
      invitation_id: newId(),
      side: "buyer",
      name: mark,
      email: `${mark}@people.test`,
      why: mark,
    },
  })}`;
  await sql`insert into invitation_chase ${sql({ ...here, participant_id: place, due_at: new Date() })}`;

  const steps = {} as FullPlan["steps"];
  for (const zone of zones) {
    const ownerId = zone === "committee" ? buyer.lead.participantId : seller.owner.participantId;
    const first = await aStep(plan, { zone, title: `${mark} ${zone}`, ownerId });
    const later = await aStep(plan, { zone, title: `${mark} ${zone} later`, ownerId });
    steps[zone] = first;
    await sql`insert into step_dependency ${sql({ ...here, zone, step_id: later, predecessor_id: first })}`;
    await sql`insert into step_reminder ${sql({ ...here, zone, step_id: first, sent: 1 })}`;
    await sql`insert into reminder_hold ${sql({
      ...{ ...here, zone, participant_id: ownerId, local_day: "2026-11-23", held_by_name: mark, held_at: new Date() },
    })}`;
    if (zone !== "shared") {
      await sql`insert into escalation_rule ${sql({ ...here, zone, after_days: 3 })}`;
      await sql`insert into step_escalation ${sql({ ...here, zone, step_id: first, raised_to: ownerId, raised_on: "2026-11-23" })}`;
    }
    await sql`insert into event ${sql({
      ...{ ...here, id: newId(), zone, seq: 1, kind: "step.added", actor_name: mark, at: new Date() },
      ...{ subject_type: "step", subject_id: first, after: sql.json({ title: mark }) },
    })}`;
    await sql`update plan_stream set head_seq = 1 where plan_id = ${plan.planId} and zone = ${zone}`;
    const said = { ...here, zone, participant_id: ownerId, author_name: mark, body: mark };
    await sql`insert into comment ${sql({ ...said, id: newId(), subject_type: "step", subject_id: first })}`;
    await sql`insert into step_answer ${sql({ ...said, id: newId(), step_id: first, kind: "answered", at: new Date() })}`;
    if (zone !== "shared") {
      const used = { ...here, zone, id: newId(), participant_id: ownerId, act: "later", detail: mark };
      await sql`insert into link_use ${sql({ ...used, used_at: new Date() })}`;
    }
    const meeting = { ...here, zone, step_id: first };
    await sql`insert into meeting ${sql({ ...meeting, starts_at: "10:00", minutes: 60, place: mark })}`;
    await sql`insert into meeting_attendee ${sql({ ...meeting, participant_id: ownerId })}`;
    await aCriterion(plan, { zone, title: `${mark} ${zone}` });
    const told = zone === "committee" ? buyer.lead : seller.owner;
    const [happened] = await sql`select id from event where plan_id = ${plan.planId} and zone = ${zone}`;
    await sql`insert into notification ${sql({
      ...{ ...here, id: newId(), zone, person_id: told.personId, event_id: happened?.id, kind: "given" },
      ...{ subject_id: first, pace: "off", created_at: new Date() },
    })}`;
  }
  await anOption(plan, { title: `${mark} committee` });

  const [criterion] = await sql`select id from criterion where plan_id = ${plan.planId} and zone = 'shared'`;
  const [option] = await sql`select id from option where plan_id = ${plan.planId} and kind = 'do_nothing'`;
  for (const { participantId } of [buyer.lead, buyer.contributor]) {
    const mine = { ...here, participant_id: participantId };
    await sql`insert into score ${sql({ ...mine, criterion_id: criterion?.id, option_id: option?.id, value: 4 })}`;
  }
  await sql`insert into score_sheet ${sql({ ...here, participant_id: buyer.lead.participantId, submitted_at: new Date() })}`;
  await sql`insert into problem_agreement ${sql({
    ...{
      ...here,
      participant_id: buyer.lead.participantId,
      level: "partly",
      comment: mark,
      wording: 1,
      at: new Date(),
    },
  })}`;
  await sql`insert into presence ${sql({ ...here, participant_id: buyer.lead.participantId, seen_at: new Date() })}`;

  await sql`insert into reminder_cadence ${sql({ workspace_id: workspace.workspaceId, changed_at: new Date() })}`;
  const person = { workspace_id: workspace.workspaceId, person_id: buyer.lead.personId };
  await sql`insert into reminder_due ${sql({ ...person, due_at: new Date() })}`;
  await sql`insert into reminder_day ${sql({ ...person, local_day: "2026-11-23", mail_id: newId() })}`;
  await sql`insert into digest_due ${sql({ ...here, person_id: buyer.lead.personId, due_at: new Date(), told_until: new Date() })}`;
  const counts = { workspace_id: workspace.workspaceId, sent: 60, bounced: 4, complained: 0 };
  await sql`insert into mail_count ${sql({ ...counts, day: "2026-11-23" })}`;
  await sql`insert into mail_pause ${sql({ ...counts, paused_at: new Date() })}`;
  await sql`insert into mail_preference ${sql({ ...person, changed_at: new Date() })}`;
  return { ...everyone, steps, mark };
}
