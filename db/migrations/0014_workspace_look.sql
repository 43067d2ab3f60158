ALTER TABLE "workspace" ADD COLUMN "accent" text;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "sender_name" text;--> statement-breakpoint
ALTER TABLE "workspace" ADD CONSTRAINT "workspace_accent" CHECK (accent ~ '^#[0-9a-f]{6}$');
--> statement-breakpoint
-- From whom a mail about a plan comes and who is answered, as its caller may see it. What is shared comes from the supplier's owner; whatever
-- else goes to one side comes from that side, so that an answer, with the mail in it, doesn't reach the other. Nobody is answered by themselves.
create function mail_sender(of_workspace uuid, of_plan uuid, is_shared boolean, receiver text, out from_name text, out reply_to text)
language sql stable as $$
  select coalesce(o.name || ' (' || case when o.side = 'buyer' then p.customer_name else coalesce(w.sender_name, w.name) end || ')', w.sender_name, w.name),
    o.email
  from workspace w
  left join plan p on p.workspace_id = w.id and p.id = of_plan
  left join lateral (
    select a.name, a.email, a.side from participant a
    where a.workspace_id = w.id and a.plan_id = p.id and a.removed_at is null and a.status = 'joined'
      and a.name is not null and a.email is not null and a.email <> receiver
      and a.role = case when not is_shared and exists (
          select 1 from participant r where r.workspace_id = w.id and r.plan_id = p.id and r.email = receiver and r.side = 'buyer'
            and r.removed_at is null)
        then 'lead'::plan_role else 'owner'::plan_role end
    order by a.joined_at, a.id limit 1
  ) o on true
  where w.id = of_workspace
$$;
--> statement-breakpoint
revoke all on function mail_sender from public;
--> statement-breakpoint
grant execute on function mail_sender to throughline_app, throughline_service;
--> statement-breakpoint
-- The same for a job that writes mails of many tenants in one statement: it confines the transaction to each before it reads.
create function reminder_sender(of_workspace uuid, of_plan uuid, is_shared boolean, receiver text, out from_name text, out reply_to text)
language plpgsql as $$
begin
  perform set_config('app.workspace_id', of_workspace::text, true), set_config('app.plan_id', '', true),
    set_config('app.side', 'system', true), set_config('app.person_id', '', true), set_config('app.participant_id', '', true);
  select s.from_name, s.reply_to into from_name, reply_to from mail_sender(of_workspace, of_plan, is_shared, receiver) s;
end $$;
--> statement-breakpoint
-- What these workspaces have chosen for the look of their mails; those that chose nothing are left out.
create function workspace_looks(of_workspaces uuid[]) returns table (workspace_id uuid, name text, accent text) language plpgsql as $$
declare one uuid;
begin
  foreach one in array of_workspaces loop
    perform set_config('app.workspace_id', one::text, true), set_config('app.plan_id', '', true),
      set_config('app.side', 'system', true), set_config('app.person_id', '', true), set_config('app.participant_id', '', true);
    return query select w.id, coalesce(w.sender_name, w.name), w.accent from workspace w
      where w.id = one and (w.accent is not null or w.sender_name is not null);
  end loop;
end $$;
--> statement-breakpoint
revoke all on function reminder_sender, workspace_looks from public;
--> statement-breakpoint
grant execute on function reminder_sender, workspace_looks to throughline_service;
