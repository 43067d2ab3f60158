ALTER TABLE "mail" ADD COLUMN "batch" uuid;--> statement-breakpoint
CREATE INDEX "mail_unfinished" ON "mail" USING btree ("batch") WHERE state = 'queued' and batch is not null;