CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "audit_name" text DEFAULT 'somebody-' || gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "forgotten_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "one_erasure_waits" ON "erasures" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "erasures_by_state" ON "erasures" USING btree ("state");--> statement-breakpoint
CREATE INDEX "people_by_audit_name" ON "people" USING btree ("audit_name");--> statement-breakpoint
-- The record of deeds calls people by that name from now on, and for what it says already. Whoever owns the tables may.
UPDATE "audit_entries" a SET "actor_id" = p."audit_name" FROM "people" p WHERE p."id" = a."actor_id";--> statement-breakpoint
UPDATE "audit_entries" a SET "subject" = p."audit_name" || substr(a."subject", length(p."id") + 1) FROM "people" p WHERE p."id" = split_part(a."subject", ' ', 1);--> statement-breakpoint
UPDATE "audit_entries" a SET "subject" = left(a."subject", -length(p."id")) || p."audit_name" FROM "people" p WHERE p."id" = substring(a."subject" from '[^. ]+$');--> statement-breakpoint
UPDATE "audit_entries" a SET "detail" = jsonb_set(a."detail", '{to}', to_jsonb(p."audit_name")) FROM "people" p WHERE p."id" = a."detail"->>'to';--> statement-breakpoint
UPDATE "cohorts" SET "closed_at" = now() WHERE "stage" = 'closed';
