-- One round trip for one event: takes the next number of its stream and appends it.
create function record_event(
  of_workspace uuid, of_plan uuid, in_zone zone, event_id uuid, of_kind text, by_participant uuid, by_name text,
  about_type text, about_id uuid, was jsonb, is_now jsonb, happened timestamptz
) returns bigint language plpgsql as $$
declare next_seq bigint;
begin
  update plan_stream set head_seq = head_seq + 1
    where workspace_id = of_workspace and plan_id = of_plan and zone = in_zone returning head_seq into next_seq;
  if next_seq is null then
    raise exception 'no stream for zone % of this plan in this transaction''s sight', in_zone;
  end if;
  insert into event (workspace_id, id, plan_id, zone, seq, kind, actor_participant_id, actor_name, subject_type, subject_id, before, after, at)
    values (of_workspace, event_id, of_plan, in_zone, next_seq, of_kind, by_participant, by_name, about_type, about_id, was, is_now, happened);
  return next_seq;
end $$;
