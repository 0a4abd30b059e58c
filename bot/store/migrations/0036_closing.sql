CREATE TABLE "pair_endings" (
	"pairing_id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"choice" text NOT NULL,
	"months" integer,
	"sessions" integer,
	"more_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "closings" (
	"cohort_id" text PRIMARY KEY NOT NULL,
	"by_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"running" text NOT NULL,
	"is_measured" boolean NOT NULL,
	"thanks_version" integer NOT NULL,
	"thanks_by" text
);
--> statement-breakpoint
CREATE TABLE "thanks" (
	"cohort_id" text NOT NULL,
	"version" integer NOT NULL,
	"words" jsonb NOT NULL,
	"by_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"agreed_by" text,
	"agreed_at" timestamp with time zone,
	CONSTRAINT "thanks_cohort_id_version_pk" PRIMARY KEY("cohort_id","version")
);
--> statement-breakpoint
ALTER TABLE "pair_endings" ADD CONSTRAINT "pair_endings_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closings" ADD CONSTRAINT "closings_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;