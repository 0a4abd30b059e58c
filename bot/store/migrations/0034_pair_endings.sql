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
ALTER TABLE "pair_endings" ADD CONSTRAINT "pair_endings_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;