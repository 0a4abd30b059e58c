ALTER TABLE "organization_reading" ADD COLUMN "cursor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organization_reading" ADD COLUMN "changes_from" text;--> statement-breakpoint
ALTER TABLE "organization_reading" ADD COLUMN "whole_at" timestamp with time zone;--> statement-breakpoint
UPDATE "organization_reading" SET "changes_from" = "cursor" WHERE "cursor" ILIKE '%$deltatoken=%';
