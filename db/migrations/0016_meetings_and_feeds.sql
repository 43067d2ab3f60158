CREATE TABLE "calendar_feed" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"plan_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "calendar_feed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"step_id" uuid NOT NULL,
	"starts_at" time(0) NOT NULL,
	"minutes" smallint NOT NULL,
	"place" text,
	"organiser_id" uuid,
	"sequence" integer DEFAULT -1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_workspace_id_step_id_pk" PRIMARY KEY("workspace_id","step_id"),
	CONSTRAINT "meeting_in_plan" UNIQUE("workspace_id","plan_id","step_id")
);
--> statement-breakpoint
ALTER TABLE "meeting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_attendee" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"step_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"told" text,
	"removed_at" timestamp with time zone,
	CONSTRAINT "meeting_attendee_workspace_id_step_id_participant_id_pk" PRIMARY KEY("workspace_id","step_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "meeting_attendee" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_workspace_id_plan_id_step_id_step_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","step_id") REFERENCES "public"."step"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendee" ADD CONSTRAINT "meeting_attendee_workspace_id_plan_id_step_id_meeting_workspace_id_plan_id_step_id_fk" FOREIGN KEY ("workspace_id","plan_id","step_id") REFERENCES "public"."meeting"("workspace_id","plan_id","step_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendee" ADD CONSTRAINT "meeting_attendee_workspace_id_plan_id_participant_id_participant_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","participant_id") REFERENCES "public"."participant"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_of_person" ON "calendar_feed" USING btree ("person_id",coalesce(plan_id, '00000000-0000-0000-0000-000000000000')) WHERE revoked_at is null;--> statement-breakpoint
CREATE POLICY "calendar_feed_service" ON "calendar_feed" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "meeting_tenant" ON "meeting" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("meeting"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("meeting"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("meeting"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("meeting"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("meeting"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("meeting"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("meeting"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("meeting"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("meeting"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("meeting"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "meeting_home" ON "meeting" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "meeting"."workspace_id" and mine.plan_id = "meeting"."plan_id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and ("meeting"."zone" = 'shared' or mine.side::text = 'system' or ("meeting"."zone" = 'committee' and mine.side::text = 'buyer') or ("meeting"."zone" = 'seller' and mine.side::text = 'seller'))));--> statement-breakpoint
CREATE POLICY "meeting_attendee_tenant" ON "meeting_attendee" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("meeting_attendee"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("meeting_attendee"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("meeting_attendee"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("meeting_attendee"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("meeting_attendee"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("meeting_attendee"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("meeting_attendee"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("meeting_attendee"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("meeting_attendee"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("meeting_attendee"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "meeting_attendee_home" ON "meeting_attendee" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "meeting_attendee"."workspace_id" and mine.plan_id = "meeting_attendee"."plan_id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and ("meeting_attendee"."zone" = 'shared' or mine.side::text = 'system' or ("meeting_attendee"."zone" = 'committee' and mine.side::text = 'buyer') or ("meeting_attendee"."zone" = 'seller' and mine.side::text = 'seller'))));
--> statement-breakpoint
alter table meeting force row level security;
--> statement-breakpoint
alter table meeting_attendee force row level security;
--> statement-breakpoint
alter table calendar_feed force row level security;
--> statement-breakpoint
grant select, insert, update on meeting, meeting_attendee to throughline_app, throughline_service;
--> statement-breakpoint
grant select, insert, update on calendar_feed to throughline_service;
