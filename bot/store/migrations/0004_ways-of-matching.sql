CREATE TABLE "pair_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rankings" (
	"cohort_id" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"rank" smallint NOT NULL,
	"ranked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rankings_cohort_id_from_id_to_id_pk" PRIMARY KEY("cohort_id","from_id","to_id")
);
--> statement-breakpoint
ALTER TABLE "preferences" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "preferences" CASCADE;--> statement-breakpoint
ALTER TABLE "wishes" ADD COLUMN "by" text DEFAULT 'organizer' NOT NULL;--> statement-breakpoint
ALTER TABLE "vetoes" ADD COLUMN "pairing_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "pair_requests" ADD CONSTRAINT "pair_requests_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "asked_once" ON "pair_requests" USING btree ("cohort_id","from_id","to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_request_waits" ON "pair_requests" USING btree ("cohort_id","from_id") WHERE state in ('open', 'set-aside');--> statement-breakpoint
CREATE INDEX "requests_by_asked" ON "pair_requests" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "requests_waiting" ON "pair_requests" USING btree ("expires_at") WHERE state in ('open', 'set-aside');--> statement-breakpoint
ALTER TABLE "vetoes" ADD CONSTRAINT "vetoes_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;