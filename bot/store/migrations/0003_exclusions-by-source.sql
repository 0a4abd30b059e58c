CREATE TABLE "vetoes" (
	"cohort_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "vetoes_cohort_id_person_id_pk" PRIMARY KEY("cohort_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "exclusions" DROP CONSTRAINT "exclusions_kind_one_person_other_pk";--> statement-breakpoint
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_kind_one_person_other_source_pk" PRIMARY KEY("kind","one_person","other","source");--> statement-breakpoint
ALTER TABLE "matching_runs" ADD COLUMN "settings" jsonb;--> statement-breakpoint
ALTER TABLE "scenarios" ADD COLUMN "failure" text;
