ALTER TABLE "follow_ups" ADD COLUMN "pause" text;--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "paused_until" date;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "enrols_on" date;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "pairs_on" date;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "admission" jsonb;