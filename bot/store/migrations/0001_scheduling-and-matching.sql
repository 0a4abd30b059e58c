CREATE TABLE "calendar_watches" (
	"mailbox" text PRIMARY KEY NOT NULL,
	"subscription_id" text,
	"client_state" text NOT NULL,
	"expires_at" timestamp with time zone,
	"delta_link" text,
	"looked_at" timestamp with time zone,
	"stirred" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concerns" (
	"key" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"pairing_id" text,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "delegates" (
	"leader_id" text NOT NULL,
	"assistant_id" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "delegates_leader_id_pk" PRIMARY KEY("leader_id")
);
--> statement-breakpoint
CREATE TABLE "exclusions" (
	"kind" text NOT NULL,
	"one_person" text NOT NULL,
	"other" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "exclusions_kind_one_person_other_pk" PRIMARY KEY("kind","one_person","other")
);
--> statement-breakpoint
CREATE TABLE "former_managers" (
	"person_id" text NOT NULL,
	"manager_id" text NOT NULL,
	"until" date NOT NULL,
	CONSTRAINT "former_managers_person_id_manager_id_pk" PRIMARY KEY("person_id","manager_id")
);
--> statement-breakpoint
CREATE TABLE "preferences" (
	"cohort_id" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"rank" integer,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "preferences_cohort_id_from_id_to_id_pk" PRIMARY KEY("cohort_id","from_id","to_id")
);
--> statement-breakpoint
CREATE TABLE "repairs" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"round" integer NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" text,
	"options" jsonb NOT NULL,
	"chosen" integer,
	"chosen_by" text,
	"opened_at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "scenarios" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"seed" integer NOT NULL,
	"state" text NOT NULL,
	"outcome" jsonb,
	"pairs" jsonb,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "speed_events" (
	"id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"name" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"rounds" integer NOT NULL,
	"round_minutes" integer NOT NULL,
	"state" text NOT NULL,
	"seed" integer NOT NULL,
	"booking" jsonb,
	"created_by" text NOT NULL,
	"claimed_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "speed_meetings" (
	"event_id" text NOT NULL,
	"round" integer NOT NULL,
	"mentor_id" text NOT NULL,
	"mentee_id" text NOT NULL,
	CONSTRAINT "speed_meetings_event_id_mentor_id_mentee_id_pk" PRIMARY KEY("event_id","mentor_id","mentee_id")
);
--> statement-breakpoint
CREATE TABLE "speed_ratings" (
	"event_id" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"rating" smallint NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "speed_ratings_event_id_from_id_to_id_pk" PRIMARY KEY("event_id","from_id","to_id")
);
--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "scheduling" jsonb DEFAULT '{"organizer":"mentor","sensitivity":"normal","tentativeIs":"busy","noMeetingDays":[],"holidays":[],"noticeDays":2,"paused":false,"ladder":{"pair":1,"organizer":2}}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "matching" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "moved" jsonb;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "dates" jsonb;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "moved_by" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "declined_by" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "original_start" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "event_id" text;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speed_meetings" ADD CONSTRAINT "speed_meetings_event_id_speed_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."speed_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concerns_by_cohort" ON "concerns" USING btree ("cohort_id","closed_at");--> statement-breakpoint
CREATE INDEX "delegates_by_assistant" ON "delegates" USING btree ("assistant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "repair_once" ON "repairs" USING btree ("session_id","round");--> statement-breakpoint
CREATE INDEX "repairs_by_state" ON "repairs" USING btree ("state");--> statement-breakpoint
CREATE INDEX "scenarios_by_cohort" ON "scenarios" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "speed_events_by_cohort" ON "speed_events" USING btree ("cohort_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mentor_once_a_round" ON "speed_meetings" USING btree ("event_id","round","mentor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mentee_once_a_round" ON "speed_meetings" USING btree ("event_id","round","mentee_id");