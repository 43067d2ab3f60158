ALTER TYPE "public"."notification_kind" ADD VALUE 'unanswered';--> statement-breakpoint
ALTER TYPE "public"."notification_kind" ADD VALUE 'asked';--> statement-breakpoint
ALTER TABLE "digest_due" ADD COLUMN "told_shared" bigint;--> statement-breakpoint
ALTER TABLE "digest_due" ADD COLUMN "told_own" bigint;