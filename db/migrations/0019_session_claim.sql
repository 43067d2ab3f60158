CREATE POLICY "session_secret" ON "session" AS PERMISSIVE FOR SELECT TO "throughline_app" USING ("session"."session_token" = (select nullif(current_setting('app.secret', true), '')::text));
--> statement-breakpoint
-- A transaction of the application's role sees the one session whose token's hash it brings, and of it only what entering needs.
grant select (session_token, id, user_id, expires) on session to throughline_app;
--> statement-breakpoint
-- Enters a plan as whoever a session's token proves to be. No row: no such session is open. A row without a workspace: the person
-- has no seat there.
create function claim_plan(in token_hash text, in moment timestamptz, in prolong_before timestamptz, in wanted uuid,
  out person_id uuid, out session_id uuid, out is_old boolean,
  out workspace_id uuid, out participant_id uuid, out side text, out role text, out name text)
returns setof record language plpgsql as $$
begin
  perform set_config('app.secret', token_hash, true);
  select s.user_id, s.id, s.expires < prolong_before into person_id, session_id, is_old
    from session s where s.session_token = token_hash and s.expires > moment;
  perform set_config('app.secret', '', true);
  if person_id is null then
    return;
  end if;
  select e.workspace_id, e.participant_id, e.side, e.role, e.name into workspace_id, participant_id, side, role, name
    from enter_plan(person_id, wanted) e;
  return next;
end $$;
