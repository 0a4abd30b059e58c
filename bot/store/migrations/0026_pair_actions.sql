CREATE TABLE "pair_actions" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"pairing_id" text NOT NULL,
	"writer_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"text" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "pair_actions" ADD CONSTRAINT "pair_actions_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pair_actions_by_pairing" ON "pair_actions" USING btree ("pairing_id","added_at");