-- V217: whoever submitted an order does not approve it.
-- Why:      four eyes knew who drew an order up alone: where one person drew it up and another, who may also approve, put its payee lines in
--           and submitted it, the second approved his own step.
-- Cost:     one column; the check reads each order once.
-- Deploy:   before the version of the service that writes the column. Of orders that were submitted before, or by the version before, it is
--           not known who did: theirs stays empty and they are judged by who drew them up, as they were.
-- Rejected: filling the column from the history of steps: it names client and subject, four eyes tell persons apart by member. Taking the
--           one who drew up for the one who submitted: a claim that nobody recorded.
alter table disbursement add submitted_by text
  constraint submitter_four_eyes check (approved_by is null or approved_by <> submitted_by);
