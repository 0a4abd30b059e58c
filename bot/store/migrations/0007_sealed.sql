-- Columns of what is sealed; `seal-what-is-plain.ts` seals what lies in them after this.
CREATE TABLE "data_keys" (
	"scope" text PRIMARY KEY NOT NULL,
	"wrapped" text,
	"kek_id" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"destroyed_at" timestamp with time zone
);--> statement-breakpoint
ALTER TABLE "check_ins" ALTER COLUMN "answer" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "notice" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "scope" text DEFAULT 'organization' NOT NULL;--> statement-breakpoint
ALTER TABLE "speed_ratings" ALTER COLUMN "rating" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "blocks" DROP CONSTRAINT "blocks_by_person_other_pk";--> statement-breakpoint
ALTER TABLE "blocks" ADD COLUMN "pair" text;--> statement-breakpoint
ALTER TABLE "blocks" ADD COLUMN "people" text;--> statement-breakpoint
UPDATE "blocks" SET "people" = json_build_array("by_person", "other")::text;--> statement-breakpoint
UPDATE "blocks" SET "pair" = "people";--> statement-breakpoint
ALTER TABLE "blocks" ALTER COLUMN "people" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "blocks" ADD PRIMARY KEY ("pair");--> statement-breakpoint
ALTER TABLE "blocks" DROP COLUMN "by_person";--> statement-breakpoint
ALTER TABLE "blocks" DROP COLUMN "other";--> statement-breakpoint
ALTER TABLE "rankings" DROP CONSTRAINT "rankings_cohort_id_from_id_to_id_pk";--> statement-breakpoint
ALTER TABLE "rankings" ADD COLUMN "choices" text;--> statement-breakpoint
UPDATE "rankings" AS "each" SET "choices" = (SELECT json_agg("of"."to_id" ORDER BY "of"."rank")::text FROM "rankings" AS "of" WHERE "of"."cohort_id" = "each"."cohort_id" AND "of"."from_id" = "each"."from_id");--> statement-breakpoint
DELETE FROM "rankings" AS "each" USING "rankings" AS "of" WHERE "of"."cohort_id" = "each"."cohort_id" AND "of"."from_id" = "each"."from_id" AND ("of"."rank", "of"."to_id") < ("each"."rank", "each"."to_id");--> statement-breakpoint
ALTER TABLE "rankings" ALTER COLUMN "choices" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "rankings" ADD CONSTRAINT "rankings_cohort_id_from_id_pk" PRIMARY KEY("cohort_id","from_id");--> statement-breakpoint
ALTER TABLE "rankings" DROP COLUMN "to_id";--> statement-breakpoint
ALTER TABLE "rankings" DROP COLUMN "rank";--> statement-breakpoint
ALTER TABLE "pairings" ADD COLUMN "why" text;--> statement-breakpoint
UPDATE "pairings" SET "why" = json_build_object('parts', "parts", 'reason', "reason")::text;--> statement-breakpoint
ALTER TABLE "pairings" ALTER COLUMN "why" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "pairings" DROP COLUMN "parts";--> statement-breakpoint
ALTER TABLE "pairings" DROP COLUMN "reason";--> statement-breakpoint
ALTER TABLE "vetoes" DROP CONSTRAINT "vetoes_pairing_id_pairings_id_fk";--> statement-breakpoint
ALTER TABLE "vetoes" RENAME COLUMN "person_id" TO "person";--> statement-breakpoint
ALTER TABLE "vetoes" RENAME COLUMN "pairing_id" TO "pairing";--> statement-breakpoint
ALTER TABLE "vetoes" RENAME CONSTRAINT "vetoes_cohort_id_person_id_pk" TO "vetoes_cohort_id_person_pk";
