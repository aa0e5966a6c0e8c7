-- V236: an assessment of dues may be superseded by a new one of the same member and month.
-- Why:      pay, table and branch change within a month, and a wrong base was final: the month had one assessment for ever. What was
--           assessed first stays readable beside who entered it; whoever corrects it is another person and says why.
-- Cost:     one index more over the assessments, built here; of rows from before the audit trail tells it, where it does.
-- Deploy:   before the code that supersedes; the version before reads and writes only first assessments.
-- Rejected: updating the row: the sum that was due then would be lost. A flag on the old row: a second write that says less, and
--           the application may only add rows here.
alter table dues_assessment add column supersedes_id uuid;
alter table dues_assessment add column reason text;
alter table dues_assessment add column entered_by text;
alter table dues_assessment drop constraint dues_assessment_once;
alter table dues_assessment add constraint dues_assessment_of_month unique (member_id, month, id);
alter table dues_assessment add constraint dues_assessment_supersedes_fk
  foreign key (member_id, month, supersedes_id) references dues_assessment (member_id, month, id);
alter table dues_assessment add constraint dues_assessment_correction_has_reason
  check ((supersedes_id is null) = (reason is null));
-- With these two the assessments of a month are one chain, and one of them is in force.
create unique index dues_assessment_once on dues_assessment (member_id, month) where supersedes_id is null;
create unique index dues_assessment_superseded_once on dues_assessment (supersedes_id) where supersedes_id is not null;
