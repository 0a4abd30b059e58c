-- One word, one idea: a Hold is booked, a speed event is over; a Session is held.
-- A round belongs to speed meetings.
UPDATE "holds" SET "state" = 'booked' WHERE "state" = 'held';
--> statement-breakpoint
UPDATE "speed_events" SET "state" = 'over' WHERE "state" = 'held';
--> statement-breakpoint
ALTER TABLE "repairs" RENAME COLUMN "round" TO "attempt";
