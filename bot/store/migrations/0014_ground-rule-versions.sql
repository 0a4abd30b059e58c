CREATE TABLE "acceptances" (
	"participant_id" text NOT NULL,
	"version" integer NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "acceptances_participant_id_version_pk" PRIMARY KEY("participant_id","version")
);
--> statement-breakpoint
CREATE TABLE "ground_rules" (
	"program_id" text NOT NULL,
	"version" integer NOT NULL,
	"items" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ground_rules_program_id_version_pk" PRIMARY KEY("program_id","version")
);
--> statement-breakpoint
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ground_rules" ADD CONSTRAINT "ground_rules_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What is known of the time before: the version of now, and when somebody enrolled.
INSERT INTO "ground_rules" ("program_id", "version", "items", "changed_by", "changed_at")
  SELECT "id", ("ground_rules"->>'version')::int, "ground_rules"->'items', "organizer_id", now() FROM "programs";--> statement-breakpoint
INSERT INTO "acceptances" ("participant_id", "version", "accepted_at")
  SELECT "id", "accepted_ground_rules", "enrolled_at" FROM "participants" WHERE "accepted_ground_rules" >= 1;
