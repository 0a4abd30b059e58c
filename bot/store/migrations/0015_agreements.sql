CREATE TABLE "agreements" (
	"pairing_id" text NOT NULL,
	"version" integer NOT NULL,
	"terms" text NOT NULL,
	"mentor_goal" text,
	"mentee_goal" text,
	"mentor_signed_at" timestamp with time zone,
	"mentee_signed_at" timestamp with time zone,
	CONSTRAINT "agreements_pairing_id_version_pk" PRIMARY KEY("pairing_id","version")
);
--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_pairing_id_pairings_id_fk" FOREIGN KEY ("pairing_id") REFERENCES "public"."pairings"("id") ON DELETE no action ON UPDATE no action;