CREATE TABLE "escalation_rule" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" NOT NULL,
	"after_days" smallint NOT NULL,
	CONSTRAINT "escalation_rule_workspace_id_plan_id_zone_pk" PRIMARY KEY("workspace_id","plan_id","zone"),
	CONSTRAINT "escalation_of_one_side" CHECK (zone <> 'shared')
);
--> statement-breakpoint
ALTER TABLE "escalation_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder_cadence" (
	"workspace_id" uuid NOT NULL,
	"template_key" text DEFAULT '' NOT NULL,
	"cadence" jsonb,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_cadence_workspace_id_template_key_pk" PRIMARY KEY("workspace_id","template_key")
);
--> statement-breakpoint
ALTER TABLE "reminder_cadence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder_hold" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"participant_id" uuid NOT NULL,
	"local_day" date NOT NULL,
	"held_by_name" text NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_hold_workspace_id_plan_id_participant_id_local_day_zone_pk" PRIMARY KEY("workspace_id","plan_id","participant_id","local_day","zone")
);
--> statement-breakpoint
ALTER TABLE "reminder_hold" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "step_escalation" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" NOT NULL,
	"step_id" uuid NOT NULL,
	"raised_to" uuid NOT NULL,
	"raised_on" date NOT NULL,
	CONSTRAINT "step_escalation_workspace_id_step_id_pk" PRIMARY KEY("workspace_id","step_id"),
	CONSTRAINT "raised_on_one_side" CHECK (zone <> 'shared')
);
--> statement-breakpoint
ALTER TABLE "step_escalation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "step" ADD COLUMN "cadence" jsonb;--> statement-breakpoint
ALTER TABLE "step_reminder" ADD COLUMN "snoozed_until" date;--> statement-breakpoint
ALTER TABLE "escalation_rule" ADD CONSTRAINT "escalation_rule_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_cadence" ADD CONSTRAINT "reminder_cadence_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_hold" ADD CONSTRAINT "reminder_hold_workspace_id_plan_id_participant_id_participant_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","participant_id") REFERENCES "public"."participant"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_escalation" ADD CONSTRAINT "step_escalation_workspace_id_plan_id_step_id_step_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","step_id") REFERENCES "public"."step"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_escalation" ADD CONSTRAINT "step_escalation_workspace_id_plan_id_raised_to_participant_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","raised_to") REFERENCES "public"."participant"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "escalation_rule_tenant" ON "escalation_rule" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("escalation_rule"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("escalation_rule"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("escalation_rule"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("escalation_rule"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("escalation_rule"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("escalation_rule"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("escalation_rule"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("escalation_rule"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("escalation_rule"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("escalation_rule"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "reminder_cadence_tenant" ON "reminder_cadence" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("reminder_cadence"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) WITH CHECK ("reminder_cadence"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "reminder_hold_tenant" ON "reminder_hold" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("reminder_hold"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("reminder_hold"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("reminder_hold"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("reminder_hold"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("reminder_hold"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("reminder_hold"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("reminder_hold"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("reminder_hold"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("reminder_hold"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("reminder_hold"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "step_escalation_tenant" ON "step_escalation" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("step_escalation"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("step_escalation"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("step_escalation"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("step_escalation"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("step_escalation"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("step_escalation"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("step_escalation"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("step_escalation"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("step_escalation"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("step_escalation"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));
--> statement-breakpoint
alter table reminder_cadence force row level security;
--> statement-breakpoint
alter table reminder_hold force row level security;
--> statement-breakpoint
alter table escalation_rule force row level security;
--> statement-breakpoint
alter table step_escalation force row level security;
--> statement-breakpoint
grant select, insert, update, delete on reminder_cadence, reminder_hold, escalation_rule, step_escalation to throughline_app, throughline_service;
--> statement-breakpoint
-- As before, and with what tunes it: cadences of step, template and workspace, what was put off, and what is held.
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
      s.cadence, s.created_at, p.title as plan_title, p.customer_name, p.country, p.time_zone, p.decides_on, p.template_key
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
        'planId', own.plan_id, 'stepId', own.id, 'zone', own.zone, 'title', own.title, 'status', own.status, 'dueOn', own.due_on,
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
        and h.local_day > coalesce(due_by, now())::date - 60)
  ) into situation;
  return situation;
end $$;
--> statement-breakpoint
-- What is overdue on the side of those of these people who lead it, and may be raised to them: where the side's rule says so, and once.
create function reminder_escalations(of_workspace uuid, of_people uuid[]) returns jsonb language plpgsql as $$
begin
  perform set_config('app.workspace_id', of_workspace::text, true), set_config('app.plan_id', '', true),
    set_config('app.side', 'system', true), set_config('app.person_id', '', true), set_config('app.participant_id', '', true);
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'personId', a.person_id, 'participantId', a.participant_id, 'planId', s.plan_id, 'ruleZone', r.zone, 'afterDays', r.after_days,
      'stepId', s.id, 'title', s.title, 'dueOn', s.due_on, 'ownerId', o.id, 'ownerName', o.name, 'country', p.country,
      'snoozedUntil', x.snoozed_until) order by s.due_on, s.id), '[]')
    from participation a
    join escalation_rule r on r.workspace_id = a.workspace_id and r.plan_id = a.plan_id
      and r.zone = case a.side when 'buyer' then 'committee'::zone else 'seller'::zone end
    join plan p on p.workspace_id = a.workspace_id and p.id = a.plan_id and p.removed_at is null
    join step s on s.workspace_id = a.workspace_id and s.plan_id = a.plan_id and s.removed_at is null
      and s.status in ('todo', 'doing') and s.due_on is not null and s.zone in ('shared', r.zone)
    join milestone m on m.workspace_id = s.workspace_id and m.id = s.milestone_id and m.removed_at is null
    join participant o on o.workspace_id = s.workspace_id and o.id = s.owner_id and o.side = a.side and o.id <> a.participant_id
      and o.removed_at is null
    left join step_reminder x on x.workspace_id = s.workspace_id and x.step_id = s.id
    where a.workspace_id = of_workspace and a.person_id = any(of_people)
      and a.role = case a.side when 'buyer' then 'lead'::plan_role else 'owner'::plan_role end
      and not exists (select 1 from step_escalation e where e.workspace_id = s.workspace_id and e.step_id = s.id)
      and not exists (select 1 from step_dependency d
        join step f on f.workspace_id = d.workspace_id and f.id = d.predecessor_id and f.removed_at is null
          and f.status in ('todo', 'doing', 'blocked')
        where d.workspace_id = s.workspace_id and d.plan_id = s.plan_id and d.step_id = s.id and d.zone in ('shared', r.zone)));
end $$;
--> statement-breakpoint
-- Notes that steps were raised. One that was raised meanwhile stays as it is.
create function note_escalations(of_workspace uuid, raised jsonb) returns void language plpgsql as $$
begin
  perform set_config('app.workspace_id', of_workspace::text, true), set_config('app.plan_id', '', true),
    set_config('app.side', 'system', true), set_config('app.person_id', '', true), set_config('app.participant_id', '', true);
  insert into step_escalation (workspace_id, plan_id, zone, step_id, raised_to, raised_on)
    select of_workspace, n."planId", n."ruleZone", n."stepId", n."participantId", n."raisedOn"
      from jsonb_to_recordset(raised) as n ("planId" uuid, "ruleZone" zone, "stepId" uuid, "participantId" uuid, "raisedOn" date)
      order by n."stepId"
    on conflict do nothing;
end $$;
--> statement-breakpoint
revoke all on function reminder_escalations, note_escalations from public;
--> statement-breakpoint
grant execute on function reminder_escalations, note_escalations to throughline_service;
--> statement-breakpoint
-- Counts one more reminder of each of these steps; one that had stood still is reminded of again.
create or replace function count_reminders(of_workspace uuid, reminded jsonb) returns void language plpgsql as $$
begin
  perform set_config('app.workspace_id', of_workspace::text, true), set_config('app.plan_id', '', true),
    set_config('app.side', 'system', true), set_config('app.person_id', '', true), set_config('app.participant_id', '', true);
  insert into step_reminder as known (workspace_id, plan_id, zone, step_id, sent, last_on)
    select of_workspace, n."planId", n.zone, n."stepId", 1, n."lastOn"
      from jsonb_to_recordset(reminded) as n ("planId" uuid, zone zone, "stepId" uuid, "lastOn" date)
      order by n."stepId"
    on conflict (workspace_id, step_id) do update
      set sent = known.sent + 1, last_on = excluded.last_on, zone = excluded.zone, stalled_on = null;
end $$;
