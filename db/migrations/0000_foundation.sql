CREATE TYPE "public"."zone" AS ENUM('shared', 'committee', 'seller');--> statement-breakpoint
CREATE TYPE "public"."agreement" AS ENUM('agree', 'partly', 'disagree');--> statement-breakpoint
CREATE TYPE "public"."option_kind" AS ENUM('this_supplier', 'other_supplier', 'build', 'do_nothing');--> statement-breakpoint
CREATE TYPE "public"."mail_state" AS ENUM('queued', 'sent', 'failed', 'skipped');--> statement-breakpoint
CREATE TYPE "public"."buying_role" AS ENUM('economic_buyer', 'champion', 'decision_maker', 'evaluator', 'user', 'technical', 'security', 'legal', 'procurement', 'finance', 'executive_sponsor');--> statement-breakpoint
CREATE TYPE "public"."participant_status" AS ENUM('not_invited', 'invited', 'delivered', 'opened', 'joined', 'bounced');--> statement-breakpoint
CREATE TYPE "public"."plan_role" AS ENUM('lead', 'contributor', 'viewer', 'owner', 'editor');--> statement-breakpoint
CREATE TYPE "public"."side" AS ENUM('seller', 'buyer');--> statement-breakpoint
CREATE TYPE "public"."anchor" AS ENUM('start', 'target');--> statement-breakpoint
CREATE TYPE "public"."buying_job" AS ENUM('problem_identification', 'solution_exploration', 'requirements_building', 'supplier_selection', 'validation', 'consensus_creation');--> statement-breakpoint
CREATE TYPE "public"."step_kind" AS ENUM('task', 'meeting', 'approval', 'document', 'signature', 'question');--> statement-breakpoint
CREATE TYPE "public"."step_status" AS ENUM('todo', 'doing', 'blocked', 'done', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."workspace_role" AS ENUM('owner', 'admin', 'member');--> statement-breakpoint
CREATE TABLE "cost_line" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"title" text NOT NULL,
	"low" bigint NOT NULL,
	"likely" bigint NOT NULL,
	"high" bigint NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"position" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cost_line_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "cost_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "problem" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"statement" text DEFAULT '' NOT NULL,
	"wording" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "problem_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "problem_of_plan" UNIQUE("workspace_id","plan_id")
);
--> statement-breakpoint
ALTER TABLE "problem" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "problem_agreement" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"level" "agreement" NOT NULL,
	"comment" text,
	"wording" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "problem_agreement_workspace_id_plan_id_participant_id_pk" PRIMARY KEY("workspace_id","plan_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "problem_agreement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "criterion" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"title" text NOT NULL,
	"definition" text,
	"weight" smallint DEFAULT 10 NOT NULL,
	"must_have" boolean DEFAULT false NOT NULL,
	"position" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "criterion_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "criterion_in_plan" UNIQUE("workspace_id","plan_id","id")
);
--> statement-breakpoint
ALTER TABLE "criterion" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "option" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"kind" "option_kind" NOT NULL,
	"title" text NOT NULL,
	"position" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "option_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "option_in_plan" UNIQUE("workspace_id","plan_id","id")
);
--> statement-breakpoint
ALTER TABLE "option" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "score" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"value" smallint NOT NULL,
	CONSTRAINT "score_workspace_id_plan_id_participant_id_criterion_id_option_id_pk" PRIMARY KEY("workspace_id","plan_id","participant_id","criterion_id","option_id")
);
--> statement-breakpoint
ALTER TABLE "score" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "score_sheet" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'committee' NOT NULL,
	"participant_id" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "score_sheet_workspace_id_plan_id_participant_id_pk" PRIMARY KEY("workspace_id","plan_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "score_sheet" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"workspace_id" uuid,
	"plan_id" uuid,
	"person_id" uuid,
	"participant_id" uuid,
	"template" text NOT NULL,
	"to" text NOT NULL,
	"from_name" text,
	"reply_to" text,
	"locale" text DEFAULT 'en' NOT NULL,
	"props" jsonb NOT NULL,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" "mail_state" DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"provider_id" text,
	"error" text,
	"subject" text,
	"html" text,
	"text" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_key" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_preference" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reminders" boolean DEFAULT true NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_preference_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "mail_preference" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mutation" (
	"person_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"verb" text NOT NULL,
	"answer" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mutation_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
ALTER TABLE "mutation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "rate_limit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder_day" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"local_day" date NOT NULL,
	"mail_id" uuid NOT NULL,
	CONSTRAINT "reminder_day_workspace_id_person_id_local_day_pk" PRIMARY KEY("workspace_id","person_id","local_day")
);
--> statement-breakpoint
ALTER TABLE "reminder_day" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder_due" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_due_workspace_id_person_id_pk" PRIMARY KEY("workspace_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "reminder_due" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "worker_beat" (
	"worker_id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "worker_beat" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "participant" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"side" "side" NOT NULL,
	"role" "plan_role" NOT NULL,
	"person_id" uuid,
	"email" text,
	"name" text,
	"title" text,
	"buying_role" "buying_role",
	"seller_role" text,
	"influence" smallint,
	"win" text,
	"concern" text,
	"status" "participant_status" DEFAULT 'not_invited' NOT NULL,
	"joined_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "participant_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "participant_in_plan" UNIQUE("workspace_id","plan_id","id")
);
--> statement-breakpoint
ALTER TABLE "participant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "participation" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"side" "side" NOT NULL,
	"role" "plan_role" NOT NULL,
	CONSTRAINT "participation_workspace_id_plan_id_person_id_pk" PRIMARY KEY("workspace_id","plan_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "participation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "account" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "account_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"title" text,
	"image" text,
	"email_verified" timestamp with time zone,
	"time_zone" text,
	"locale" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"session_token" text PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	"device" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"redirect_to" text,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "sign_in" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"actor_participant_id" uuid,
	"actor_name" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "event_order" UNIQUE("workspace_id","plan_id","zone","seq")
);
--> statement-breakpoint
ALTER TABLE "event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"customer_name" text NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"anchor" "anchor" NOT NULL,
	"starts_on" date NOT NULL,
	"decides_on" date NOT NULL,
	"template_key" text,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "plan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_stream" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"head_seq" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "plan_stream_workspace_id_plan_id_zone_pk" PRIMARY KEY("workspace_id","plan_id","zone")
);
--> statement-breakpoint
ALTER TABLE "plan_stream" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "presence" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	"beats" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "presence_workspace_id_plan_id_participant_id_pk" PRIMARY KEY("workspace_id","plan_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "milestone" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"title" text NOT NULL,
	"job" "buying_job" NOT NULL,
	"definition_of_done" text,
	"due_on" date,
	"is_decision" boolean DEFAULT false NOT NULL,
	"status_override" "step_status",
	"position" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "milestone_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "milestone_in_plan" UNIQUE("workspace_id","plan_id","id")
);
--> statement-breakpoint
ALTER TABLE "milestone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "step" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"milestone_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"title" text NOT NULL,
	"kind" "step_kind" DEFAULT 'task' NOT NULL,
	"status" "step_status" DEFAULT 'todo' NOT NULL,
	"status_reason" text,
	"owner_id" uuid,
	"description" text,
	"due_on" date,
	"done_at" timestamp with time zone,
	"position" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "step_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "step_in_plan" UNIQUE("workspace_id","plan_id","id")
);
--> statement-breakpoint
ALTER TABLE "step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "step_dependency" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"step_id" uuid NOT NULL,
	"predecessor_id" uuid NOT NULL,
	CONSTRAINT "step_dependency_workspace_id_plan_id_step_id_predecessor_id_pk" PRIMARY KEY("workspace_id","plan_id","step_id","predecessor_id")
);
--> statement-breakpoint
ALTER TABLE "step_dependency" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "step_reminder" (
	"workspace_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"zone" "zone" DEFAULT 'shared' NOT NULL,
	"step_id" uuid NOT NULL,
	"sent" smallint DEFAULT 0 NOT NULL,
	"last_on" date,
	"stalled_on" date,
	CONSTRAINT "step_reminder_workspace_id_step_id_pk" PRIMARY KEY("workspace_id","step_id")
);
--> statement-breakpoint
ALTER TABLE "step_reminder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid,
	"participant_id" uuid,
	"member_id" uuid,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by_name" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "invitation_token" UNIQUE("workspace_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"role" "workspace_role" NOT NULL,
	"joined_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "member_email" UNIQUE("workspace_id","email")
);
--> statement-breakpoint
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"country" text DEFAULT 'DE' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "workspace" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cost_line" ADD CONSTRAINT "cost_line_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_line" ADD CONSTRAINT "cost_line_workspace_id_plan_id_confirmed_by_participant_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","confirmed_by") REFERENCES "public"."participant"("workspace_id","plan_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_agreement" ADD CONSTRAINT "problem_agreement_workspace_id_plan_id_participant_id_participant_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","participant_id") REFERENCES "public"."participant"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "option" ADD CONSTRAINT "option_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_workspace_id_plan_id_participant_id_participant_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","participant_id") REFERENCES "public"."participant"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_workspace_id_plan_id_criterion_id_criterion_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","criterion_id") REFERENCES "public"."criterion"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_workspace_id_plan_id_option_id_option_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","option_id") REFERENCES "public"."option"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheet" ADD CONSTRAINT "score_sheet_workspace_id_plan_id_participant_id_participant_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","participant_id") REFERENCES "public"."participant"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_workspace_id_plan_id_participant_id_participant_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","participant_id") REFERENCES "public"."participant"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_workspace_id_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspace"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_stream" ADD CONSTRAINT "plan_stream_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_workspace_id_plan_id_plan_workspace_id_id_fk" FOREIGN KEY ("workspace_id","plan_id") REFERENCES "public"."plan"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step" ADD CONSTRAINT "step_workspace_id_plan_id_milestone_id_milestone_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","milestone_id") REFERENCES "public"."milestone"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step" ADD CONSTRAINT "step_workspace_id_plan_id_owner_id_participant_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","owner_id") REFERENCES "public"."participant"("workspace_id","plan_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_dependency" ADD CONSTRAINT "step_dependency_workspace_id_plan_id_step_id_step_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","step_id") REFERENCES "public"."step"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_dependency" ADD CONSTRAINT "step_dependency_workspace_id_plan_id_predecessor_id_step_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","predecessor_id") REFERENCES "public"."step"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_reminder" ADD CONSTRAINT "step_reminder_workspace_id_plan_id_step_id_step_workspace_id_plan_id_id_fk" FOREIGN KEY ("workspace_id","plan_id","step_id") REFERENCES "public"."step"("workspace_id","plan_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("next_attempt_at") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "mail_to" ON "mail" USING btree ("to","created_at");--> statement-breakpoint
CREATE INDEX "mutation_age" ON "mutation" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "reminder_due_at" ON "reminder_due" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "participant_email" ON "participant" USING btree ("workspace_id","plan_id","email") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "participation_of_person" ON "participation" USING btree ("person_id","plan_id");--> statement-breakpoint
CREATE INDEX "session_of_person" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_of_email" ON "sign_in" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "event_recent" ON "event" USING btree ("workspace_id","plan_id","at");--> statement-breakpoint
CREATE INDEX "step_of_owner" ON "step" USING btree ("workspace_id","owner_id") WHERE removed_at is null and status in ('todo', 'doing', 'blocked');--> statement-breakpoint
CREATE INDEX "step_dependency_predecessor" ON "step_dependency" USING btree ("workspace_id","predecessor_id");--> statement-breakpoint
CREATE INDEX "invitation_by_token" ON "invitation" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitation_of_participant" ON "invitation" USING btree ("workspace_id","participant_id");--> statement-breakpoint
CREATE INDEX "member_of_person" ON "member" USING btree ("person_id");--> statement-breakpoint
CREATE POLICY "cost_line_tenant" ON "cost_line" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("cost_line"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("cost_line"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system')))) WITH CHECK ("cost_line"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("cost_line"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))));--> statement-breakpoint
CREATE POLICY "problem_tenant" ON "problem" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("problem"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("problem"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system')))) WITH CHECK ("problem"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("problem"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))));--> statement-breakpoint
CREATE POLICY "problem_home" ON "problem" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "problem"."workspace_id" and mine.plan_id = "problem"."plan_id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "problem_agreement_tenant" ON "problem_agreement" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("problem_agreement"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("problem_agreement"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system')))) WITH CHECK ("problem_agreement"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("problem_agreement"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))));--> statement-breakpoint
CREATE POLICY "criterion_tenant" ON "criterion" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("criterion"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("criterion"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("criterion"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("criterion"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("criterion"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("criterion"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("criterion"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("criterion"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("criterion"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("criterion"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "option_tenant" ON "option" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("option"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("option"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("option"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("option"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("option"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("option"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("option"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("option"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("option"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("option"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "score_own" ON "score" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING (score.workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and score.plan_id = (select nullif(current_setting('app.plan_id', true), '')::uuid) and (select nullif(current_setting('app.side', true), '')::text) in ('buyer', 'system') and score.participant_id = (select nullif(current_setting('app.participant_id', true), '')::uuid)) WITH CHECK (score.workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and score.plan_id = (select nullif(current_setting('app.plan_id', true), '')::uuid) and (select nullif(current_setting('app.side', true), '')::text) in ('buyer', 'system') and score.participant_id = (select nullif(current_setting('app.participant_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "score_revealed" ON "score" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING (score.workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and score.plan_id = (select nullif(current_setting('app.plan_id', true), '')::uuid) and (select nullif(current_setting('app.side', true), '')::text) in ('buyer', 'system') and exists (select 1 from score_sheet sheet where sheet.workspace_id = score.workspace_id and sheet.plan_id = score.plan_id and sheet.participant_id = score.participant_id) and exists (select 1 from score_sheet sheet where sheet.workspace_id = score.workspace_id and sheet.plan_id = score.plan_id and sheet.participant_id = (select nullif(current_setting('app.participant_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "score_sheet_tenant" ON "score_sheet" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("score_sheet"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("score_sheet"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("score_sheet"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("score_sheet"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("score_sheet"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("score_sheet"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("score_sheet"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("score_sheet"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("score_sheet"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("score_sheet"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "mail_service" ON "mail" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mail_enqueue" ON "mail" AS PERMISSIVE FOR INSERT TO "throughline_app" WITH CHECK (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "mail_preference_service" ON "mail_preference" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mutation_service" ON "mutation" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "mutation_own" ON "mutation" AS PERMISSIVE FOR ALL TO "throughline_app" USING (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)) WITH CHECK (person_id = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "rate_limit_service" ON "rate_limit" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "reminder_day_service" ON "reminder_day" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "reminder_due_service" ON "reminder_due" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "reminder_due_tenant" ON "reminder_due" AS PERMISSIVE FOR ALL TO "throughline_app" USING (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) WITH CHECK (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "worker_beat_service" ON "worker_beat" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "participant_tenant" ON "participant" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("participant"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("participant"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system')))) WITH CHECK ("participant"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("participant"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))));--> statement-breakpoint
CREATE POLICY "participant_home" ON "participant" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "participant"."workspace_id" and mine.plan_id = "participant"."plan_id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "participation_tenant" ON "participation" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("participation"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("participation"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system')))) WITH CHECK ("participation"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("participation"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))));--> statement-breakpoint
CREATE POLICY "participation_own" ON "participation" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ("participation"."person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "account_service" ON "account" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "person_service" ON "person" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_service" ON "session" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_service" ON "sign_in" AS PERMISSIVE FOR ALL TO "throughline_service" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "event_tenant" ON "event" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("event"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("event"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("event"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("event"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("event"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("event"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("event"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("event"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("event"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("event"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "event_home" ON "event" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "event"."workspace_id" and mine.plan_id = "event"."plan_id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and ("event"."zone" = 'shared' or mine.side::text = 'system' or ("event"."zone" = 'committee' and mine.side::text = 'buyer') or ("event"."zone" = 'seller' and mine.side::text = 'seller'))));--> statement-breakpoint
CREATE POLICY "plan_tenant" ON "plan" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("plan"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("plan"."id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system')))) WITH CHECK ("plan"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("plan"."id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))));--> statement-breakpoint
CREATE POLICY "plan_home" ON "plan" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "plan"."workspace_id" and mine.plan_id = "plan"."id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "plan_of_member" ON "plan" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from member m where m.workspace_id = plan.workspace_id and m.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and m.removed_at is null));--> statement-breakpoint
CREATE POLICY "plan_stream_tenant" ON "plan_stream" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("plan_stream"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("plan_stream"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("plan_stream"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("plan_stream"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("plan_stream"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("plan_stream"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("plan_stream"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("plan_stream"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("plan_stream"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("plan_stream"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "presence_tenant" ON "presence" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("presence"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("presence"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system')))) WITH CHECK ("presence"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("presence"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))));--> statement-breakpoint
CREATE POLICY "milestone_tenant" ON "milestone" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("milestone"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("milestone"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("milestone"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("milestone"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("milestone"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("milestone"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("milestone"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("milestone"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("milestone"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("milestone"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "milestone_home" ON "milestone" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "milestone"."workspace_id" and mine.plan_id = "milestone"."plan_id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and ("milestone"."zone" = 'shared' or mine.side::text = 'system' or ("milestone"."zone" = 'committee' and mine.side::text = 'buyer') or ("milestone"."zone" = 'seller' and mine.side::text = 'seller'))));--> statement-breakpoint
CREATE POLICY "step_tenant" ON "step" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("step"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("step"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("step"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("step"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("step"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("step"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("step"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("step"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("step"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("step"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "step_home" ON "step" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "step"."workspace_id" and mine.plan_id = "step"."plan_id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and ("step"."zone" = 'shared' or mine.side::text = 'system' or ("step"."zone" = 'committee' and mine.side::text = 'buyer') or ("step"."zone" = 'seller' and mine.side::text = 'seller'))));--> statement-breakpoint
CREATE POLICY "step_dependency_tenant" ON "step_dependency" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("step_dependency"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("step_dependency"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("step_dependency"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("step_dependency"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("step_dependency"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("step_dependency"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("step_dependency"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("step_dependency"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("step_dependency"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("step_dependency"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "step_dependency_home" ON "step_dependency" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "step_dependency"."workspace_id" and mine.plan_id = "step_dependency"."plan_id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and ("step_dependency"."zone" = 'shared' or mine.side::text = 'system' or ("step_dependency"."zone" = 'committee' and mine.side::text = 'buyer') or ("step_dependency"."zone" = 'seller' and mine.side::text = 'seller'))));--> statement-breakpoint
CREATE POLICY "step_reminder_tenant" ON "step_reminder" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("step_reminder"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("step_reminder"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("step_reminder"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("step_reminder"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("step_reminder"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller'))) WITH CHECK ("step_reminder"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid) and ("step_reminder"."plan_id" = (select nullif(current_setting('app.plan_id', true), '')::uuid) or ((select nullif(current_setting('app.plan_id', true), '')::uuid) is null and (select nullif(current_setting('app.side', true), '')::text) in ('seller', 'system'))) and ("step_reminder"."zone" = 'shared' or (select nullif(current_setting('app.side', true), '')::text) = 'system' or ("step_reminder"."zone" = 'committee' and (select nullif(current_setting('app.side', true), '')::text) = 'buyer') or ("step_reminder"."zone" = 'seller' and (select nullif(current_setting('app.side', true), '')::text) = 'seller')));--> statement-breakpoint
CREATE POLICY "step_reminder_home" ON "step_reminder" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and exists (select 1 from participation mine where mine.workspace_id = "step_reminder"."workspace_id" and mine.plan_id = "step_reminder"."plan_id" and mine.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and ("step_reminder"."zone" = 'shared' or mine.side::text = 'system' or ("step_reminder"."zone" = 'committee' and mine.side::text = 'buyer') or ("step_reminder"."zone" = 'seller' and mine.side::text = 'seller'))));--> statement-breakpoint
CREATE POLICY "invitation_tenant" ON "invitation" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("invitation"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) WITH CHECK ("invitation"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "invitation_secret" ON "invitation" AS PERMISSIVE FOR SELECT TO "throughline_service" USING ("invitation"."token_hash" = (select nullif(current_setting('app.secret', true), '')::text));--> statement-breakpoint
CREATE POLICY "member_tenant" ON "member" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("member"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) WITH CHECK ("member"."workspace_id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "member_own" ON "member" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ("member"."person_id" = (select nullif(current_setting('app.person_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "workspace_tenant" ON "workspace" AS PERMISSIVE FOR ALL TO "throughline_app", "throughline_service" USING ("workspace"."id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) WITH CHECK ("workspace"."id" = (select nullif(current_setting('app.workspace_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "workspace_home" ON "workspace" AS PERMISSIVE FOR SELECT TO "throughline_app", "throughline_service" USING ((select nullif(current_setting('app.workspace_id', true), '')::uuid) is null and (exists (select 1 from member m where m.workspace_id = workspace.id and m.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid) and m.removed_at is null) or exists (select 1 from participation p where p.workspace_id = workspace.id and p.person_id = (select nullif(current_setting('app.person_id', true), '')::uuid))));