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
CREATE TABLE "private_notes" (
	"session_id" text NOT NULL,
	"person_id" text NOT NULL,
	"cohort_id" text NOT NULL,
	"pairing_id" text NOT NULL,
	"version" integer NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"box" text NOT NULL,
	CONSTRAINT "private_notes_session_id_person_id_pk" PRIMARY KEY("session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "session_notes" (
	"session_id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"pairing_id" text NOT NULL,
	"version" integer NOT NULL,
	"saved_by_id" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "private_notes" ADD CONSTRAINT "private_notes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "private_notes" ADD CONSTRAINT "private_notes_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ideas_by_pairing" ON "ideas" USING btree ("pairing_id","wrote_at");--> statement-breakpoint
CREATE INDEX "ideas_by_cohort" ON "ideas" USING btree ("cohort_id","shared_at");--> statement-breakpoint
CREATE INDEX "private_notes_by_pairing" ON "private_notes" USING btree ("pairing_id","person_id");--> statement-breakpoint
CREATE INDEX "session_notes_by_pairing" ON "session_notes" USING btree ("pairing_id");