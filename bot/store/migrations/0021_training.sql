CREATE TABLE "lesson_progress" (
	"person_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"version" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "lesson_progress_person_id_lesson_id_pk" PRIMARY KEY("person_id","lesson_id")
);
--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "training_first" boolean DEFAULT false NOT NULL;