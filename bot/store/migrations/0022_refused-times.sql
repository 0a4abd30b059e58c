ALTER TABLE "repairs" ADD COLUMN "refused" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
-- Whatever time a Session had when another one was asked for, somebody could not make.
UPDATE "repairs" r SET "refused" = jsonb_build_array(jsonb_build_object(
	'start', to_char(x.start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
	'end', to_char((x.start + (x.ends_at - x.starts_at)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
))
FROM (
	SELECT a.id, s.starts_at, s.ends_at,
		CASE WHEN a.state = 'booked' THEN coalesce(s.moved_from, s.starts_at) ELSE s.starts_at END AS start
	FROM "repairs" a JOIN "sessions" s ON s.id = a.session_id
	WHERE a.state IN ('open', 'booking', 'none') OR (a.state = 'booked' AND a.attempt = 1 AND s.moved_from IS NOT NULL)
) x
WHERE x.id = r.id;
