CREATE TABLE "chart_tops" (
	"person_id" text PRIMARY KEY NOT NULL,
	"confirmed_by" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
-- Until now each Cohort named its own: there is one chart, and whoever named them answers for it.
INSERT INTO "chart_tops" ("person_id", "confirmed_by", "confirmed_at")
SELECT DISTINCT ON (named.id) named.id, programs.organizer_id, now()
FROM cohorts
JOIN programs ON programs.id = cohorts.program_id
CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(cohorts.matching -> 'rules' -> 'tops', '[]'::jsonb)) AS named(id)
ORDER BY named.id, cohorts.id
ON CONFLICT DO NOTHING;
