-- V165: screening of membership relations (组织关系集中排查): a run over a subtree, a sheet per branch, an item per member.
-- Why:      each branch answers for each member on its roll, the committee above reviews the sheet, the county closes the run
--           when nobody was left out and every action is done or handed on. The progress is a sum over sheets.
-- Cost:     a run over a county writes some hundred sheets and 20,000 items by two statements.
-- Deploy:   before the code that opens runs; the version before ignores them.
-- Rejected: findings on the member: a run is a snapshot of its day, and the next one asks again. Counters on the sheet: they
--           are counted from its items, of which a branch has some twenty.
create table screening (
  id uuid constraint screening_pk primary key,
  organization_id uuid not null constraint screening_organization_fk references party_organization (id),
  campaign_code text,
  from_day date not null,
  to_day date not null,
  state text not null constraint screening_state check (state in ('OPEN', 'CLOSED')),
  stepped_on date not null,
  version bigint not null,
  constraint screening_days check (to_day >= from_day));
create unique index screening_one_open on screening (organization_id) where state = 'OPEN';

create table screening_sheet (
  id uuid constraint screening_sheet_pk primary key,
  screening_id uuid not null constraint screening_sheet_screening_fk references screening (id),
  organization_id uuid not null constraint screening_sheet_organization_fk references party_organization (id),
  state text not null constraint screening_sheet_state check (state in ('OPEN', 'SELF_CHECKED', 'REVIEWED')),
  checker text,
  stepped_on date not null,
  version bigint not null,
  constraint screening_sheet_once unique (screening_id, organization_id));
create index screening_sheet_by_organization on screening_sheet (organization_id, id);

create table screening_item (
  id uuid constraint screening_item_pk primary key,
  sheet_id uuid not null constraint screening_item_sheet_fk references screening_sheet (id),
  member_id uuid not null constraint screening_item_member_fk references party_member (id),
  finding text constraint screening_item_finding check (finding in ('NORMAL', 'LOST_CONTACT', 'POCKET', 'NOMINAL', 'FLOATING',
    'IDENTITY_DATA_WRONG', 'NOT_ON_ROLL')),
  action text constraint screening_item_action check (action in ('CONFIRM', 'RESTORE_CONTACT', 'TRANSFER', 'REGISTER_FLOATING', 'SUSPEND', 'CORRECT')),
  note text,
  state text not null constraint screening_item_state check (state in ('UNCHECKED', 'CONFIRMED', 'REPORTED', 'DONE', 'HANDED_ON')),
  stepped_on date not null,
  version bigint not null,
  constraint screening_item_once unique (sheet_id, member_id),
  constraint screening_item_checked check ((state = 'UNCHECKED') = (finding is null)));

do $$
declare
  t text;
begin
  foreach t in array array['screening', 'screening_sheet', 'screening_item'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
-- Whoever has a sheet of a run sees the run.
create policy screening_of_organization on screening for all to ${application}
  using (exists (select from party_organization o where o.id = screening.organization_id));
create policy screening_of_sheets on screening for select to ${application}
  using (exists (select from screening_sheet s where s.screening_id = screening.id));
create policy screening_sheet_of_organization on screening_sheet for all to ${application}
  using (exists (select from party_organization o where o.id = screening_sheet.organization_id));
create policy screening_item_of_sheet on screening_item for all to ${application}
  using (exists (select from screening_sheet s where s.id = screening_item.sheet_id));
grant select, insert, update on screening, screening_sheet, screening_item to ${application};
