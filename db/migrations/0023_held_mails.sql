CREATE TYPE "public"."foreseen_kind" AS ENUM('reminder', 'digest', 'invitation');--> statement-breakpoint
ALTER TABLE "reminder_hold" ADD COLUMN "mail" "foreseen_kind" DEFAULT 'reminder' NOT NULL;--> statement-breakpoint
ALTER TABLE "reminder_hold" DROP CONSTRAINT "reminder_hold_workspace_id_plan_id_participant_id_local_day_zone_pk";--> statement-breakpoint
ALTER TABLE "reminder_hold" ADD CONSTRAINT "reminder_hold_workspace_id_plan_id_participant_id_local_day_zone_mail_pk" PRIMARY KEY("workspace_id","plan_id","participant_id","local_day","zone","mail");
--> statement-breakpoint
-- As before, but for holds: of other mails they are not a reminder's.
create or replace function reminder_situation(of_workspace uuid, of_people uuid[], due_by timestamptz) returns jsonb language plpgsql as $$
declare situation jsonb;
begin
  perform set_config('app.workspace_id', of_workspace::text, true), set_config('app.plan_id', '', true),
    set_config('app.side', 'system', true), set_config('app.person_id', '', true), set_config('app.participant_id', '', true);
  if due_by is not null then
    of_people := array(select d.person_id from reminder_due d
      where d.workspace_id = of_workspace and d.person_id = any(of_people) and d.due_at <= due_by for update skip locked);
  end if;

  with own as materialized (
    select a.person_id, a.participant_id, a.side, a.role, s.workspace_id, s.plan_id, s.id, s.zone, s.title, s.status, s.due_on,
      s.cadence, s.kind, s.created_at, p.title as plan_title, p.customer_name, p.country, p.time_zone, p.decides_on, p.template_key
    from participation a
    join plan p on p.workspace_id = a.workspace_id and p.id = a.plan_id and p.removed_at is null
    join step s on s.workspace_id = a.workspace_id and s.plan_id = a.plan_id and s.owner_id = a.participant_id
      and s.removed_at is null and s.status in ('todo', 'doing', 'blocked')
    join milestone m on m.workspace_id = s.workspace_id and m.id = s.milestone_id and m.removed_at is null
    where a.workspace_id = of_workspace and a.person_id = any(of_people)
  ),
  near as (
    select d.step_id as of, 'waits_for' as relation, d.predecessor_id as id, d.zone from own
    join step_dependency d on d.workspace_id = own.workspace_id and d.plan_id = own.plan_id and d.step_id = own.id
    union all
    select d.predecessor_id, 'is_waited_for_by', d.step_id, d.zone from own
    join step_dependency d on d.workspace_id = own.workspace_id and d.predecessor_id = own.id
  )
  select jsonb_build_object(
    'people', to_jsonb(of_people),
    'recipients', (select coalesce(jsonb_agg(jsonb_build_object(
        'personId', h.id, 'email', h.email, 'name', h.name, 'timeZone', h.time_zone, 'locale', h.locale,
        'workspaceName', w.name, 'wantsReminders', coalesce(c.reminders, true),
        'lastDay', (select max(d.local_day) from reminder_day d where d.workspace_id = of_workspace and d.person_id = h.id),
        'isRaisedTo', exists (select 1 from escalation_rule r
          join participation a on a.workspace_id = r.workspace_id and a.plan_id = r.plan_id
            and a.person_id = h.id and a.role = case r.zone when 'committee' then 'lead'::plan_role else 'owner'::plan_role end
          where r.workspace_id = of_workspace))), '[]')
      from person h join workspace w on w.id = of_workspace
      left join mail_preference c on c.workspace_id = of_workspace and c.person_id = h.id
      where h.id = any(of_people)),
    'steps', (select coalesce(jsonb_agg(jsonb_build_object(
        'personId', own.person_id, 'participantId', own.participant_id, 'side', own.side, 'role', own.role,
        'planId', own.plan_id, 'stepId', own.id, 'zone', own.zone, 'title', own.title, 'kind', own.kind, 'status', own.status, 'dueOn', own.due_on,
        'scheduledAt', coalesce(r.scheduled_at, own.created_at), 'sent', coalesce(r.sent, 0), 'cadence', own.cadence,
        'lastOn', r.last_on, 'stalledOn', r.stalled_on, 'snoozedUntil', r.snoozed_until) order by own.due_on nulls last, own.id), '[]')
      from own left join step_reminder r on r.workspace_id = own.workspace_id and r.step_id = own.id),
    'neighbours', (select coalesce(jsonb_agg(jsonb_build_object(
        'of', near.of, 'relation', near.relation, 'edgeZone', near.zone, 'stepId', s.id, 'title', s.title, 'dueOn', s.due_on,
        'zone', s.zone, 'ownerId', o.id, 'ownerName', o.name) order by s.due_on nulls last, s.id), '[]')
      from near
      join step s on s.workspace_id = of_workspace and s.id = near.id
        and s.removed_at is null and s.status in ('todo', 'doing', 'blocked')
      left join participant o on o.workspace_id = s.workspace_id and o.id = s.owner_id and o.removed_at is null),
    'plans', (select coalesce(jsonb_agg(distinct jsonb_build_object(
        'planId', own.plan_id, 'title', own.plan_title, 'customerName', own.customer_name, 'country', own.country,
        'timeZone', own.time_zone, 'decidesOn', own.decides_on, 'templateKey', own.template_key)), '[]') from own),
    'cadences', (select coalesce(jsonb_agg(jsonb_build_object(
        'templateKey', c.template_key, 'cadence', c.cadence, 'changedAt', c.changed_at)), '[]')
      from reminder_cadence c where c.workspace_id = of_workspace),
    'holds', (select coalesce(jsonb_agg(jsonb_build_object(
        'participantId', h.participant_id, 'zone', h.zone, 'localDay', h.local_day)), '[]')
      from (select distinct own.plan_id, own.participant_id from own) o
      join reminder_hold h on h.workspace_id = of_workspace and h.plan_id = o.plan_id and h.participant_id = o.participant_id
        and h.mail = 'reminder' and h.local_day > coalesce(due_by, now())::date - 60)
  ) into situation;
  return situation;
end $$;
