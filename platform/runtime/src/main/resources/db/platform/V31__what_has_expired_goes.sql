-- V31: received events are found by their age, and an import counts how often it was tried in vain.
-- Why:      rows of the inbox are removed after 30 days, which without an index would read the whole table each hour; and a chunk
--           that never ends within its time was tried for ever.
-- Cost:     an entry of an index for each event and consumer, always behind the last one; the index is built while consumers wait.
-- Deploy:   before the version of the runtime that removes and counts.
-- Rejected: partitions by day: the primary key would need the day, and an event that comes twice would have two.
create index inbox_by_time on inbox (received_at);

alter table import_job add column attempts integer not null default 0;   -- since rows were last added to its results
