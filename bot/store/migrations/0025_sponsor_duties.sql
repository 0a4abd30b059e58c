CREATE TABLE "sponsor_duties" (
	"cohort_id" text NOT NULL,
	"duty" text NOT NULL,
	"by_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "sponsor_duties_cohort_id_duty_pk" PRIMARY KEY("cohort_id","duty")
);
--> statement-breakpoint
ALTER TABLE "sponsor_duties" ADD CONSTRAINT "sponsor_duties_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;