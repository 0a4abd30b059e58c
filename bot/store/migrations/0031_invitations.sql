CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"person_id" text NOT NULL,
	"side" text NOT NULL,
	"by_id" text NOT NULL,
	"state" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invited_once_in_cohort" ON "invitations" USING btree ("cohort_id","person_id");--> statement-breakpoint
CREATE INDEX "invitations_by_person" ON "invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "invitations_to_send" ON "invitations" USING btree ("invited_at") WHERE state = 'open' and sent_at is null;--> statement-breakpoint
CREATE INDEX "invitations_to_remind" ON "invitations" USING btree ("sent_at") WHERE state = 'open' and reminded_at is null;