-- V245: since when and until when the code of a division is valid.
-- Why:      codes are withdrawn (441283 in 2015) and stay in old records: without its days a withdrawn code looks like any other.
-- Cost:     two columns without a value.
-- Deploy:   before the code that reads them; the version before ignores them.
-- Rejected: a flag: it answers today only. A row a period: a code is not given out again.
alter table division add column valid_from date;   -- null: from the beginning
alter table division add column valid_to date;     -- first day on which it is no more; null: valid
alter table division add constraint division_validity check (valid_to > valid_from);
grant update (valid_from, valid_to, version) on division to ${application};
