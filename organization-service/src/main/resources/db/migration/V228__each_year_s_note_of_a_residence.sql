-- V228: of which years a residence has sent its note.
-- Why:      a note is sent once a year, and only the newest year was known: after the next one the year before was noted again.
-- Cost:     one column, filled from the newest year; the table is rewritten once. Years noted before that one are not known any more.
-- Deploy:   before the code that writes it; what the version before notes meanwhile stands in the newest year, which is asked too.
-- Rejected: a table of notes: what a note says is asked of the newest one alone. Only later years than the newest: a note that is
--           late would be refused for good.
alter table residence_registration no force row level security;
alter table residence_registration add column feedback_years integer[] not null default '{}';
update residence_registration set feedback_years = array[feedback_year] where feedback_year is not null;
alter table residence_registration force row level security;
