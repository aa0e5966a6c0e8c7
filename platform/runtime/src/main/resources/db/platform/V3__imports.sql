-- V3: imports: jobs, the uploaded file until it is removed, one result for each row.
-- Why:      whoever imports must learn what became of every row, also after the service was killed half-way.
-- Cost:     empty tables.
-- Deploy:   before a service offers a kind of import.
-- Rejected: files on disk (a pod's disk goes with it, and the file holds personal data in clear).
create table import_job (
  id uuid constraint import_job_pk primary key,
  kind text not null,
  mode text not null constraint import_job_mode check (mode in ('PARTIAL', 'ALL_OR_NOTHING')),
  dry_run boolean not null,
  format text not null,
  requester text not null,
  caller text not null,          -- grants under which the rows are applied
  state text not null constraint import_job_state check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'CANCELLED', 'FAILED')),
  cancel_asked boolean not null default false,
  rows_read bigint not null default 0,
  created bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  rejected bigint not null default 0,
  not_attempted bigint not null default 0,
  queued_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  upload_removed_at timestamptz,
  lease_until timestamptz not null default '-infinity',
  version bigint not null default 1,
  constraint import_job_counts check (rows_read = created + updated + unchanged + rejected + not_attempted));
create index import_job_open on import_job (queued_at) where state in ('QUEUED', 'RUNNING');
create index import_job_by_requester on import_job (requester, queued_at, id);

create table import_upload (
  job_id uuid not null constraint import_upload_job_fk references import_job (id),
  part integer not null,
  content bytea not null,        -- sealed, bound to its job and part
  constraint import_upload_pk primary key (job_id, part));

create table import_result (
  job_id uuid not null constraint import_result_job_fk references import_job (id),
  row_number bigint not null,
  line bigint not null,
  key text,
  outcome text not null,
  resource_id uuid,
  version bigint,
  errors text,                   -- places and codes in both languages, never a value of the row
  constraint import_result_pk primary key (job_id, row_number));
create index import_result_rejected on import_result (job_id, row_number) where outcome = 'REJECTED';

grant select, insert, update on import_job to ${application};
grant select, insert, delete on import_upload to ${application};
grant select, insert on import_result to ${application};
