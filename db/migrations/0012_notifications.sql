CREATE TYPE "public"."notification_kind" AS ENUM('given', 'taken', 'problem', 'comment', 'bounced', 'role', 'moved', 'status', 'reworded', 'awaited_done', 'awaited_moved', 'awaited_blocked', 'stalled', 'decision_date', 'joined', 'criterion', 'option');--> statement-breakpoint
CREATE TYPE "public"."notification_pace" AS ENUM('at_once', 'daily', 'weekly', 'off');--> statement-breakpoint
CREATE TABLE "digest_due" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"told_until" timestamp with time zone NOT NULL,
	CONSTRAINT "digest_due_workspace_id_plan_id_person_id_pk" PRIMARY KEY("workspace_id","plan_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "digest_due" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"person_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" "notification_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"step_id" uuid,
	"pace" "notification_pace" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mail_due_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "notification_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "notification_once" UNIQUE("workspace_id","person_id","event_id")
);
--> statement-breakpoint
ALTER TABLE "notification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notification_choice" (
	"person_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"choice" "notification_pace" NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_choice_person_id_plan_id_kind_pk" PRIMARY KEY("person_id","plan_id","kind")
);
--> statement-breakpoint
ALTER TABLE "notification_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail_preference" ADD COLUMN "notifications" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_stream" ADD COLUMN "told_seq" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "digest_due" ADD CONSTRAINT "digest_due_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "digest_due_at" ON "digest_due" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "notification_of_person" ON "notification" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" USING btree ("person_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notification_mail_due" ON "notification" USING btree ("mail_due_at") WHERE mail_due_at is not null and mailed_at is null and read_at is null;--> statement-breakpoint
CREATE INDEX "notification_age" ON "notification" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "plan_stream_untold" ON "plan_stream" USING btree ("workspace_id","plan_id") WHERE head_seq > told_seq;--> statement-breakpoint
CREATE POLICY "plan_stream_home" ON "plan_stream" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "plan_stream"."workspace_id" and mine.plan_id = "plan_stream"."plan_id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and ("plan_stream"."zone" = 'shared' or mine.side::text = 'system' or ("plan_stream"."zone" = 'committee' and mine.side::text = 'buyer') or ("plan_stream"."zone" = 'seller' and mine.side::text = 'seller'))));--> statement-breakpoint
CREATE POLICY "plan_stream_round" ON "plan_stream" AS PERMISSIVE FOR SELECT TO "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) = 'system' and plan_stream.head_seq > plan_stream.told_seq);--> statement-breakpoint
CREATE POLICY "digest_due_service" ON "digest_due" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notification_tenant" ON "notification" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("notification"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("notification"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("notification"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("notification"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("notification"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("notification"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("notification"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("notification"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("notification"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("notification"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "notification_own" ON "notification" AS PERMISSIVE FOR SELECT TO "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and notification.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and exists (select 1 from participation mine where mine.workspace_id = notification.workspace_id and mine.plan_id = notification.plan_id and mine.person_id = notification.person_id and (notification.zone = 'shared' or (notification.zone = 'committee' and mine.side = 'buyer') or (notification.zone = 'seller' and mine.side = 'seller'))));--> statement-breakpoint
CREATE POLICY "notification_own_read" ON "notification" AS PERMISSIVE FOR UPDATE TO "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and notification.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and exists (select 1 from participation mine where mine.workspace_id = notification.workspace_id and mine.plan_id = notification.plan_id and mine.person_id = notification.person_id and (notification.zone = 'shared' or (notification.zone = 'committee' and mine.side = 'buyer') or (notification.zone = 'seller' and mine.side = 'seller')))) WITH CHECK ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and notification.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and exists (select 1 from participation mine where mine.workspace_id = notification.workspace_id and mine.plan_id = notification.plan_id and mine.person_id = notification.person_id and (notification.zone = 'shared' or (notification.zone = 'committee' and mine.side = 'buyer') or (notification.zone = 'seller' and mine.side = 'seller'))));--> statement-breakpoint
CREATE POLICY "notification_round" ON "notification" AS PERMISSIVE FOR SELECT TO "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) = 'system');--> statement-breakpoint
CREATE POLICY "notification_old" ON "notification" AS PERMISSIVE FOR DELETE TO "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) = 'system' and notification.created_at < now() - interval '90 days');--> statement-breakpoint
CREATE POLICY "notification_choice_service" ON "notification_choice" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);
--> statement-breakpoint
alter table notification force row level security;
--> statement-breakpoint
alter table notification_choice force row level security;
--> statement-breakpoint
alter table digest_due force row level security;
--> statement-breakpoint
grant select, insert, update, delete on notification, notification_choice, digest_due to throughline_service;
--> statement-breakpoint
-- Nobody is told of what happened before there were notifications. Whoever owns the tables is held to their policies, unless they are not forced.
alter table plan_stream no force row level security;
--> statement-breakpoint
update plan_stream set told_seq = head_seq;
--> statement-breakpoint
alter table plan_stream force row level security;
