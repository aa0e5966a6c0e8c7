-- V33: an import is of one worker at a time, however long a chunk of it takes.
-- Why:      a lease of 15 seconds ran out under a chunk, which may take 120: a second instance tried the same rows, was refused
--           by the numbers of their results, and declared the import of the first one failed.
-- Cost:     one column with a constant default; no table is rewritten.
-- Deploy:   before the version of the services that counts turns; the version before leaves the column alone.
-- Rejected: a lease longer than a chunk (who is killed would be replaced that much later); renewing it by a thread of its own
--           (a connection more for each import, and a thread that lives on tells nothing of the one that works).
alter table import_job add column turn bigint not null default 0;
