-- V210: progress with key tasks no longer names its reporter beside the trail.
-- Why:      the trail says who reported, as for every second person; the column has been written no more and nothing reads it.
--           Who acted is personal data, and one place that keeps it is enough.
-- Cost:     the catalogue alone: the rows are not rewritten.
-- Deploy:   after the version that writes it has gone; every version since V191's ignores it.
-- Rejected: to empty it and let it stand: it would look as if nobody had reported.
alter table key_task_progress drop column reporter;
