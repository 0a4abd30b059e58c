CREATE TABLE "talks" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"asker" text NOT NULL,
	"contact_id" text NOT NULL,
	"said" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer_on" date NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "talks_by_asker" ON "talks" USING btree ("cohort_id","asker");--> statement-breakpoint
CREATE INDEX "talks_by_contact" ON "talks" USING btree ("contact_id");