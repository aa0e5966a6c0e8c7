-- V226: a reversal (冲销) is asked for by a cashier and confirmed by another person.
-- Why:      a clerk's error was undone by nobody but the database's owner: the ledger could reverse, and no call did.
-- Cost:     an empty table; reads each budget once.
-- Deploy:   before the version of the service that takes such requests; the version before works with it.
-- Rejected: reversing by one call of one person; a state of the journal itself, which is never changed.
create table reversal_request (
  id                uuid   constraint reversal_request_pk primary key,
  organization_path text collate "C" not null,                    -- the journal's
  journal_id        bigint not null constraint reversal_request_journal_fk references ledger_journal,
  reason            text   not null,
  document_no       text   not null,
  status            text   not null default 'REQUESTED' constraint reversal_request_status check (status in ('REQUESTED', 'EXECUTED', 'DISMISSED')),
  status_on         date   not null,
  requested_by      text   not null,
  confirmed_by      text,
  reversal_id       bigint constraint reversal_executed_once unique constraint reversal_request_reversal_fk references ledger_journal,
  version           bigint not null default 1,
  constraint reversal_four_eyes      check (confirmed_by is null or confirmed_by <> requested_by),
  constraint reversal_confirmer_named check (status <> 'EXECUTED' or confirmed_by is not null),
  constraint reversal_names_journal  check ((status = 'EXECUTED') = (reversal_id is not null))
);
create unique index reversal_requested_once on reversal_request (journal_id) where status <> 'DISMISSED';   -- also after it was executed
create index reversal_request_by_path on reversal_request (organization_path, id);
create trigger step_in_order before insert or update on reversal_request for each row execute function step_in_order('status_on');

alter table reversal_request enable row level security;
alter table reversal_request force row level security;
create policy reversal_request_subtree on reversal_request for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
create policy reversal_request_follows on reversal_request for all to current_user using (true) with check (true);
grant select, insert, update on reversal_request to ${application};

-- A budget whose journal was reversed holds nothing until another one is approved from the same allocation.
alter table project_budget drop constraint budget_amount;
alter table project_budget add constraint budget_amount check (amount_fen >= 0);
