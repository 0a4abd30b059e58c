CREATE TABLE "challenge_readings" (
	"cohort_id" text NOT NULL,
	"moment" text NOT NULL,
	"value" double precision NOT NULL,
	"by_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "challenge_readings_cohort_id_moment_pk" PRIMARY KEY("cohort_id","moment")
);
--> statement-breakpoint
ALTER TABLE "snapshots" ADD COLUMN "measures" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "challenge_readings" ADD CONSTRAINT "challenge_readings_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;