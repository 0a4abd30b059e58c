CREATE TABLE "applications" (
	"participant_id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"answers" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"participant_id" text NOT NULL,
	"cohort_id" text NOT NULL,
	"by_id" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"participant_id" text NOT NULL,
	"reviewer_id" text NOT NULL,
	"cohort_id" text NOT NULL,
	"review" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reviews_participant_id_reviewer_id_pk" PRIMARY KEY("participant_id","reviewer_id")
);
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_by_participant" ON "decisions" USING btree ("participant_id","at");