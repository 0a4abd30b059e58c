CREATE TABLE "certificates" (
	"code" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"pairing_id" text NOT NULL,
	"person_id" text NOT NULL,
	"side" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"sessions" integer NOT NULL,
	"minutes" integer NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"topics" jsonb NOT NULL,
	"skills" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "confirmed_skills" (
	"pairing_id" text PRIMARY KEY NOT NULL,
	"cohort_id" text NOT NULL,
	"by_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"skills" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "shares_goal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmed_skills" ADD CONSTRAINT "confirmed_skills_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_certificate_each" ON "certificates" USING btree ("pairing_id","person_id");