ALTER TABLE "cohorts" ADD COLUMN "enrols_on" date;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "pairs_on" date;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "admission" jsonb;