CREATE TABLE "program_roles" (
	"program_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"given_by" text NOT NULL,
	"decides_until" date,
	CONSTRAINT "program_roles_program_id_role_person_id_pk" PRIMARY KEY("program_id","role","person_id")
);
--> statement-breakpoint
DROP INDEX "one_handover_waits";--> statement-breakpoint
ALTER TABLE "program_roles" ADD CONSTRAINT "program_roles_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_stand_in" ON "program_roles" USING btree ("program_id") WHERE role = 'stand-in';--> statement-breakpoint
CREATE INDEX "program_roles_by_person" ON "program_roles" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_question_a_person" ON "handovers" USING btree ("program_id","seat","to_id") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "one_handover_waits" ON "handovers" USING btree ("program_id","seat") WHERE state = 'open' and seat in ('sponsor', 'organizer', 'stand-in');