DROP INDEX "pair_once_at_a_time";--> statement-breakpoint
CREATE UNIQUE INDEX "pair_proposed_once" ON "pairings" USING btree ("cohort_id","mentor_id","mentee_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE UNIQUE INDEX "pair_once_at_a_time" ON "pairings" USING btree ("mentor_id","mentee_id") WHERE state in ('approved', 'active');
