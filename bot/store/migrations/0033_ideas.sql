CREATE TABLE "ideas" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"pairing_id" text NOT NULL,
	"writer_id" text NOT NULL,
	"state" text NOT NULL,
	"with_names" boolean NOT NULL,
	"wrote_at" timestamp with time zone NOT NULL,
	"shared_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by_id" text,
	"owner_id" text,
	"closed_at" timestamp with time zone,
	"words" text NOT NULL,
	"told" text
);
--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ideas_by_pairing" ON "ideas" USING btree ("pairing_id","wrote_at");--> statement-breakpoint
CREATE INDEX "ideas_by_cohort" ON "ideas" USING btree ("cohort_id","shared_at");