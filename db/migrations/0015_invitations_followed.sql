CREATE TYPE "public"."access_request_state" AS ENUM('open', 'approved', 'declined');--> statement-breakpoint
CREATE TABLE "access_request" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"side" "side" NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"why" text NOT NULL,
	"state" "access_request_state" DEFAULT 'open' NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by_name" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "access_request_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "access_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation_chase" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"sent" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitation_chase_workspace_id_participant_id_pk" PRIMARY KEY("workspace_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "invitation_chase" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "invited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "resends" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participant" ADD COLUMN "unanswered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "allowed_domains" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "invited_by_company" text;--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "invited_by_participant_id" uuid;--> statement-breakpoint
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_chase" ADD CONSTRAINT "invitation_chase_workspace_id_plan_id_participant_id_participant_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","participant_id") REFERENCES "public"."participant"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_request_open" ON "access_request" USING btree ("workspace_id","plan_id","email") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "invitation_chase_due" ON "invitation_chase" USING btree ("due_at");--> statement-breakpoint
CREATE POLICY "access_request_tenant" ON "access_request" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("access_request"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("access_request"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system')))) WITH CHECK ("access_request"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("access_request"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))));--> statement-breakpoint
CREATE POLICY "invitation_chase_service" ON "invitation_chase" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "invitation_chase_tenant" ON "invitation_chase" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("invitation_chase"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("invitation_chase"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system')))) WITH CHECK ("invitation_chase"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("invitation_chase"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))));
--> statement-breakpoint
alter table access_request force row level security;
--> statement-breakpoint
alter table invitation_chase force row level security;
--> statement-breakpoint
grant select, insert, update on access_request to throughline_app, throughline_service;
--> statement-breakpoint
grant select, insert, update, delete on invitation_chase to throughline_app, throughline_service;
