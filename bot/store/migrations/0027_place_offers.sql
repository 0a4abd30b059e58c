CREATE TABLE "place_offers" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"by_id" text NOT NULL,
	"state" text NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"passed_on_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "place_offers" ADD CONSTRAINT "place_offers_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_offers_by_cohort" ON "place_offers" USING btree ("cohort_id","offered_at");--> statement-breakpoint
CREATE INDEX "place_offers_by_participant" ON "place_offers" USING btree ("participant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_place_offer_waits" ON "place_offers" USING btree ("participant_id") WHERE state = 'open';