-- Whoever answers a reminder is on its reader's own side where somebody is there; else, if nothing in it is that side's own, it is the
-- plan's owner. Asked for once for each mail: the owner only where nobody else answers.
create or replace function reminder_sender(of_workspace uuid, of_plan uuid, is_shared boolean, receiver text, out from_name text, out reply_to text)
language plpgsql as $$
declare owner record;
begin
  perform set_config('app.workspace_id', of_workspace::text, true), set_config('app.plan_id', '', true),
    set_config('app.side', 'system', true), set_config('app.person_id', '', true), set_config('app.participant_id', '', true);
  select s.from_name, s.reply_to into from_name, reply_to from mail_sender(of_workspace, of_plan, false, receiver) s;
  if reply_to is null and is_shared then
    select s.from_name, s.reply_to into owner from mail_sender(of_workspace, of_plan, true, receiver) s;
    if owner.reply_to is not null then
      from_name := owner.from_name;
      reply_to := owner.reply_to;
    end if;
  end if;
end $$;
