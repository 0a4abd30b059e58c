CREATE TABLE "asks" (
	"key" text PRIMARY KEY NOT NULL,
	"form" text NOT NULL,
	"version" integer NOT NULL,
	"person_id" text NOT NULL,
	"side" text NOT NULL,
	"pairing_id" text NOT NULL,
	"cohort_id" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answers" text
);
--> statement-breakpoint
CREATE TABLE "moments" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"cohort_id" text NOT NULL,
	"subject" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "moments_stirred" (
	"subject" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moments" ADD CONSTRAINT "moments_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asks_by_pairing" ON "asks" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "asks_by_person" ON "asks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "asks_open" ON "asks" USING btree ("until") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "moments_due" ON "moments" USING btree ("next_at") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "moments_by_subject" ON "moments" USING btree ("subject");