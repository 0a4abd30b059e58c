CREATE TABLE "exclusion_lists" (
	"source" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"seat" text NOT NULL,
	"from_id" text,
	"to_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "cohorts" ALTER COLUMN "scheduling" SET DEFAULT '{"organizer":"mentor","sensitivity":"private","tentativeIs":"busy","noMeetingDays":[],"holidays":[],"noticeDays":2,"paused":false,"ladder":{"pair":1,"organizer":2}}'::jsonb;--> statement-breakpoint
ALTER TABLE "programs" ALTER COLUMN "sponsor_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "writers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "sponsor_id" text;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_handover_waits" ON "handovers" USING btree ("program_id","seat") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "handovers_by_program" ON "handovers" USING btree ("program_id","asked_at");--> statement-breakpoint
CREATE INDEX "handovers_by_asked" ON "handovers" USING btree ("to_id");--> statement-breakpoint
UPDATE "summaries" SET "writers" = (SELECT jsonb_agg(DISTINCT "who") FROM (SELECT "author_id" AS "who" UNION SELECT "actor_id" FROM "audit_entries" WHERE "subject" = "summaries"."id" AND "action" IN ('summary-drafted', 'summary-edited')) AS "wrote");--> statement-breakpoint
UPDATE "summaries" SET "sponsor_id" = "programs"."sponsor_id" FROM "cohorts" JOIN "programs" ON "programs"."id" = "cohorts"."program_id" WHERE "cohorts"."id" = "summaries"."cohort_id" AND "summaries"."state" IN ('submitted', 'approved', 'published');--> statement-breakpoint
INSERT INTO "exclusion_lists" ("source", "owner_id", "imported_at") SELECT DISTINCT ON ("subject") "subject", "actor_id", "at" FROM "audit_entries" WHERE "action" = 'exclusions-imported' AND EXISTS (SELECT 1 FROM "exclusions" WHERE "source" = "subject") ORDER BY "subject", "number" DESC;
