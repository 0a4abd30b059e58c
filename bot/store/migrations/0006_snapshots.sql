CREATE TABLE "snapshots" (
	"cohort_id" text PRIMARY KEY NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	"answered" integer NOT NULL,
	"figures" jsonb NOT NULL,
	"weeks" jsonb NOT NULL,
	"outcomes" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;