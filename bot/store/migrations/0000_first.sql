CREATE TABLE "audit_entries" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "blocks" (
	"by_person" text NOT NULL,
	"other" text NOT NULL,
	CONSTRAINT "blocks_by_person_other_pk" PRIMARY KEY("by_person","other")
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"session_id" text NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answer" jsonb,
	CONSTRAINT "check_ins_session_id_person_id_pk" PRIMARY KEY("session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "cohorts" (
	"id" text PRIMARY KEY NOT NULL,
	"program_id" text NOT NULL,
	"name" text NOT NULL,
	"stage" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"sessions" integer NOT NULL,
	"cadence_weeks" integer NOT NULL,
	"session_minutes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" text PRIMARY KEY NOT NULL,
	"pairing_id" text NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"slot" jsonb,
	"booking" jsonb,
	"failure" text,
	"failure_detail" text,
	"released_at" timestamp with time zone,
	"claimed_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"key" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"notice" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"intended_at" timestamp with time zone DEFAULT now() NOT NULL,
	"claimed_at" timestamp with time zone,
	"conversation_id" text,
	"activity_id" text,
	"why" text
);
--> statement-breakpoint
CREATE TABLE "organization_faults" (
	"number" integer PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization_reading" (
	"id" smallint PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"cursor" text,
	"whole" boolean NOT NULL,
	"pages" integer NOT NULL,
	"unreadable" jsonb NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"mentor_id" text NOT NULL,
	"mentee_id" text NOT NULL,
	"state" text NOT NULL,
	"score" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"reason" text NOT NULL,
	"pinned" boolean NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	"active_since" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"person_id" text NOT NULL,
	"side" text NOT NULL,
	"state" text NOT NULL,
	"paused_until" date,
	"capacity" integer NOT NULL,
	"topics" jsonb NOT NULL,
	"languages" jsonb NOT NULL,
	"interests" jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"working_hours" jsonb NOT NULL,
	"goal" text NOT NULL,
	"goal_start" integer NOT NULL,
	"accepted_ground_rules" integer NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"display_name" text NOT NULL,
	"mail" text,
	"user_principal_name" text,
	"job_title" text,
	"department" text,
	"office_location" text,
	"city" text,
	"country" text,
	"preferred_language" text,
	"hired_on" date,
	"grade" smallint,
	"manager_id" text,
	"is_eligible" boolean NOT NULL,
	"sort_name" text NOT NULL,
	"search_text" text NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"key" text PRIMARY KEY NOT NULL,
	"summary_id" text NOT NULL,
	"team_id" text NOT NULL,
	"channel_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"claimed_at" timestamp with time zone,
	"conversation_id" text,
	"activity_id" text,
	"why" text
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"challenge" jsonb NOT NULL,
	"objectives" jsonb NOT NULL,
	"ground_rules" jsonb NOT NULL,
	"sponsor_id" text NOT NULL,
	"sponsor_message" text NOT NULL,
	"organizer_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reachable" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"service_url" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matching_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"state" text NOT NULL,
	"seed" integer NOT NULL,
	"objective" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"phase" text,
	"done" integer,
	"of" integer,
	"failure" text,
	"outcome" jsonb
);
--> statement-breakpoint
CREATE TABLE "seen_activities" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"hold_id" text NOT NULL,
	"pairing_id" text NOT NULL,
	"number" integer NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"moved_from" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "summaries" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"figures" jsonb NOT NULL,
	"channels" jsonb NOT NULL,
	"author_id" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"note" text,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "wishes" (
	"cohort_id" text NOT NULL,
	"mentor_id" text NOT NULL,
	"mentee_id" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "wishes_cohort_id_mentor_id_mentee_id_pk" PRIMARY KEY("cohort_id","mentor_id","mentee_id")
);
--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posts" ADD CONSTRAINT "posts_summary_id_summaries_id_fk" FOREIGN KEY ("summary_id") REFERENCES "public"."summaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_hold_id_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."holds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "check_ins_by_state" ON "check_ins" USING btree ("state","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_hold_a_pairing" ON "holds" USING btree ("pairing_id");--> statement-breakpoint
CREATE INDEX "holds_by_state" ON "holds" USING btree ("state");--> statement-breakpoint
CREATE INDEX "notices_by_person" ON "notices" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "notices_by_state" ON "notices" USING btree ("state");--> statement-breakpoint
CREATE INDEX "pairings_by_cohort" ON "pairings" USING btree ("cohort_id","state");--> statement-breakpoint
CREATE INDEX "pairings_by_mentor" ON "pairings" USING btree ("mentor_id");--> statement-breakpoint
CREATE INDEX "pairings_by_mentee" ON "pairings" USING btree ("mentee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pair_once_at_a_time" ON "pairings" USING btree ("mentor_id","mentee_id") WHERE state in ('proposed', 'approved', 'active');--> statement-breakpoint
CREATE UNIQUE INDEX "participant_once_in_cohort" ON "participants" USING btree ("cohort_id","person_id");--> statement-breakpoint
CREATE INDEX "participants_by_person" ON "participants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("sort_name","id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "people_by_manager" ON "people" USING btree ("manager_id");--> statement-breakpoint
CREATE INDEX "posts_by_summary" ON "posts" USING btree ("summary_id");--> statement-breakpoint
CREATE INDEX "posts_by_state" ON "posts" USING btree ("state");--> statement-breakpoint
CREATE INDEX "runs_by_cohort" ON "matching_runs" USING btree ("cohort_id","started_at");--> statement-breakpoint
CREATE INDEX "seen_activities_by_age" ON "seen_activities" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "session_once" ON "sessions" USING btree ("pairing_id","number");--> statement-breakpoint
CREATE INDEX "sessions_by_end" ON "sessions" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "sessions_by_hold" ON "sessions" USING btree ("hold_id");--> statement-breakpoint
CREATE INDEX "summaries_by_cohort" ON "summaries" USING btree ("cohort_id");