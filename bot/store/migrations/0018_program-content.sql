CREATE TABLE "program_content" (
	"program_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"language" text NOT NULL,
	"body" jsonb,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "program_content_program_id_kind_key_version_pk" PRIMARY KEY("program_id","kind","key","version")
);
--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "template" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "program_content" ADD CONSTRAINT "program_content_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE no action ON UPDATE no action;