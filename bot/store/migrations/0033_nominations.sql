CREATE TABLE "nominations" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"person_id" text NOT NULL,
	"side" text NOT NULL,
	"by_id" text NOT NULL,
	"is_named" boolean NOT NULL,
	"line" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"aside_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "nominated_once_by_each" ON "nominations" USING btree ("cohort_id","person_id","by_id");--> statement-breakpoint
CREATE INDEX "nominations_by_person" ON "nominations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "nominations_by_nominator" ON "nominations" USING btree ("by_id");