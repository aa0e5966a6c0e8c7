-- V220: the appraisals of one member are found by an index.
-- Why:      the list has a filter by member, and a reader of the city who used it read the appraisals of the whole city, year upon year.
-- Cost:     one index; at 180,000 appraisals its build takes under a second, in which confirmations wait.
-- Deploy:   any time.
-- Rejected: the index that keeps one current appraisal of a member and year: it knows nothing of those that were superseded.
create index appraisal_by_member on appraisal (member_id);
