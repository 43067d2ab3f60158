CREATE TABLE "mail_count" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"complained" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "mail_count_workspace_id_day_pk" PRIMARY KEY("workspace_id","day")
);
--> statement-breakpoint
ALTER TABLE "mail_count" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_event" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"mail_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_pause" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"paused_at" timestamp with time zone NOT NULL,
	"sent" integer NOT NULL,
	"bounced" integer NOT NULL,
	"complained" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail_pause" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "suppression" (
	"email" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"mail_id" uuid
);
--> statement-breakpoint
ALTER TABLE "suppression" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "bounced_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "complained_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "mail_event_age" ON "mail_event" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "mail_provider" ON "mail" USING btree ("provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "mail_waiting_of" ON "mail" USING btree ("workspace_id") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "participant_bounced" ON "participant" USING btree ("workspace_id") WHERE bounced_at is not null;--> statement-breakpoint
CREATE POLICY "mail_count_service" ON "mail_count" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mail_event_service" ON "mail_event" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mail_pause_service" ON "mail_pause" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "suppression_service" ON "suppression" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);
--> statement-breakpoint
alter table suppression force row level security;
--> statement-breakpoint
alter table mail_event force row level security;
--> statement-breakpoint
alter table mail_count force row level security;
--> statement-breakpoint
alter table mail_pause force row level security;
--> statement-breakpoint
grant select, insert, update, delete on suppression, mail_event, mail_count, mail_pause to throughline_service;
