-- V211: a notice against which an objection was upheld does not pass, and is not in the way of the next one.
-- Why:      an answered objection was no longer counted, so that a notice passed over one that held; and a project that was sent
--           back could not be announced anew before the days of the notice that had been taken down were over.
-- Cost:     counts the objections of the notices that stand; rebuilds one index.
-- Deploy:   before the version of the service that counts them; the version before passes over what it does not know.
-- Rejected: asking the objections when a notice passes: an answer that commits meanwhile would be passed by.
alter table public_notice add upheld_objections int not null default 0
  constraint notice_upheld_counted check (upheld_objections >= 0);   -- answers to objections update this row
update public_notice n set upheld_objections =
  (select count(*) from objection o where o.notice_id = n.id and o.status = 'UPHELD') where n.outcome is null;
alter table public_notice add constraint notice_not_upheld check (outcome is distinct from 'PASSED' or upheld_objections = 0);
alter table public_notice drop constraint notice_no_overlap;
alter table public_notice add constraint notice_no_overlap exclude using gist
  (project_id with =, kind with =, level with =, daterange(starts_on, ends_on, '[]') with &&) where (outcome is distinct from 'UPHELD');
