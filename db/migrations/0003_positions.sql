ALTER TABLE "cost_line" ALTER COLUMN "position" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "criterion" ALTER COLUMN "position" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "option" ALTER COLUMN "position" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "milestone" ALTER COLUMN "position" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "step" ALTER COLUMN "position" SET DATA TYPE text collate "C";