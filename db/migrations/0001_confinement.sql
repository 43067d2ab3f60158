-- Row-level security holds for the owner of the tables as well.
do $$
declare t record;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' loop
    execute format('alter table public.%I enable row level security', t.relname);
    execute format('alter table public.%I force row level security', t.relname);
  end loop;
end $$;
--> statement-breakpoint
grant usage on schema public to throughline_app, throughline_service;
--> statement-breakpoint
grant select, insert, update, delete on
  workspace, member, invitation, plan, plan_stream, presence, participant, participation, milestone, step, step_dependency,
  step_reminder, problem, problem_agreement, cost_line, criterion, option, score_sheet, score, reminder_due, mutation
to throughline_app, throughline_service;
--> statement-breakpoint
grant select, insert on event to throughline_app, throughline_service;
--> statement-breakpoint
grant insert on mail to throughline_app;
--> statement-breakpoint
grant select, insert, update, delete on
  person, account, session, sign_in, mail, reminder_day, mail_preference, rate_limit, worker_beat
to throughline_service;
--> statement-breakpoint
-- A verb enqueues in its own transaction, without any right on the queue's tables.
create function enqueue_job(task text, payload json, key text, run_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select from graphile_worker.add_job(task, payload, run_at => run_at, job_key => key, job_key_mode => 'replace', max_attempts => 25)
$$;
--> statement-breakpoint
revoke all on function enqueue_job from public;
--> statement-breakpoint
grant execute on function enqueue_job to throughline_app, throughline_service;
--> statement-breakpoint
-- Finds out as whom a person stands in a plan, and confines the transaction to that in the same round trip.
create function enter_plan(in asking uuid, in wanted uuid, out workspace_id uuid, out participant_id uuid, out side text, out role text, out name text)
returns setof record language plpgsql as $$
begin
  perform set_config('app.person_id', asking::text, true);
  select p.workspace_id, p.participant_id, p.side, p.role into workspace_id, participant_id, side, role
    from participation p where p.person_id = asking and p.plan_id = wanted;
  if workspace_id is null then
    select pl.workspace_id, 'seller', case when m.role in ('owner', 'admin') then 'owner' else 'viewer' end, m.name
      into workspace_id, side, role, name
      from member m join plan pl on pl.workspace_id = m.workspace_id and pl.id = wanted
      where m.person_id = asking and m.removed_at is null;
  end if;
  if workspace_id is null then
    return;
  end if;
  perform set_config('app.workspace_id', workspace_id::text, true), set_config('app.plan_id', wanted::text, true),
    set_config('app.side', side, true), set_config('app.participant_id', coalesce(participant_id::text, ''), true);
  if participant_id is not null then
    select pa.name into name from participant pa where pa.workspace_id = enter_plan.workspace_id and pa.id = enter_plan.participant_id;
  end if;
  return next;
end $$;
--> statement-breakpoint
create function enter_workspace(in asking uuid, in wanted uuid, out member_id uuid, out role text, out name text)
returns setof record language plpgsql as $$
begin
  perform set_config('app.person_id', asking::text, true);
  select m.id, m.role, m.name into member_id, role, name
    from member m where m.workspace_id = wanted and m.person_id = asking and m.removed_at is null;
  if member_id is null then
    return;
  end if;
  perform set_config('app.workspace_id', wanted::text, true), set_config('app.side', 'seller', true);
  return next;
end $$;
