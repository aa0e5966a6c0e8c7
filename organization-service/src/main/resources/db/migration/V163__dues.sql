-- V163: Party dues: rates, assessments, reductions, receipts, closed months, arrears.
-- Why:      whether a member has paid is asked of every member of the campaign; money itself is collected elsewhere. The whole
--           base is taken at one rate, by the table in force in that month, and a table leaves no base without a rate.
-- Cost:     empty tables but for the rates.
-- Deploy:   before the code that writes them; the version before ignores them.
-- Rejected: arrears by the clock: a register that holds the months of a past campaign would put everybody into arrears over
--           night; a branch closes a month, and from then on the month counts. Paid months as rows: one day says the same.
create table dues_rate (
  id uuid constraint dues_rate_pk primary key,
  category text not null constraint dues_rate_category check (category in ('EMPLOYED', 'RETIRED', 'FARMER', 'STUDENT', 'UNEMPLOYED', 'RELIEF_RECIPIENT')),
  base_from_fen bigint not null constraint dues_rate_base check (base_from_fen >= 0),
  base_to_fen bigint,                   -- included; null: and above
  basis_points integer constraint dues_rate_basis_points check (basis_points between 0 and 10000),
  least_fen bigint,
  most_fen bigint,
  effective_from date not null,
  effective_to date,
  source text not null,
  certainty text not null constraint dues_rate_certainty check (certainty in ('A', 'B', 'C')),
  constraint dues_rate_kind check ((basis_points is null) = (least_fen is not null) and (least_fen is null) = (most_fen is null)),
  constraint dues_rate_amounts check (least_fen >= 0 and most_fen >= least_fen),
  constraint dues_rate_once exclude using gist (category with =, int8range(base_from_fen, base_to_fen, '[]') with &&,
    daterange(effective_from, effective_to) with &&));
insert into dues_rate (id, category, base_from_fen, base_to_fen, basis_points, least_fen, most_fen, effective_from, source, certainty)
select gen_random_uuid(), r.*, '2008-02-04', '关于中国共产党党费收缴、使用和管理的规定, 中组发〔2008〕3号', 'A'
from (values ('EMPLOYED', 0::bigint, 300000::bigint, 50, null::bigint, null::bigint), ('EMPLOYED', 300001, 500000, 100, null, null),
             ('EMPLOYED', 500001, 1000000, 150, null, null), ('EMPLOYED', 1000001, null, 200, null, null),
             ('RETIRED', 0, 500000, 50, null, null), ('RETIRED', 500001, null, 100, null, null),
             ('FARMER', 0, null, null, 20, 100), ('STUDENT', 0, null, null, 20, 20),
             ('UNEMPLOYED', 0, null, null, 20, 20), ('RELIEF_RECIPIENT', 0, null, null, 20, 20)) as r;

create table dues_reduction (
  id uuid constraint dues_reduction_pk primary key,
  member_id uuid not null constraint dues_reduction_member_fk references party_member (id),
  from_month date not null,
  to_month date not null,               -- included
  basis_points_off integer not null constraint dues_reduction_share check (basis_points_off between 1 and 10000),
  reason text not null,
  refusal_reason text,
  asker text not null,
  state text not null constraint dues_reduction_state check (state in ('ASKED', 'APPROVED', 'REFUSED')),
  stepped_on date not null,
  version bigint not null,
  constraint dues_reduction_months check (to_month >= from_month),
  constraint dues_reduction_once exclude using gist (member_id with =, daterange(from_month, to_month, '[]') with &&) where (state <> 'REFUSED'));
create index dues_reduction_by_member on dues_reduction (member_id, id);

create table dues_assessment (
  id uuid constraint dues_assessment_pk primary key,
  member_id uuid not null constraint dues_assessment_member_fk references party_member (id),
  month date not null,                  -- its first day
  category text not null,
  base_fen bigint not null,
  rate_id uuid not null constraint dues_assessment_rate_fk references dues_rate (id),
  full_fen bigint not null,
  due_fen bigint not null,
  reduction_id uuid constraint dues_assessment_reduction_fk references dues_reduction (id),
  entered_at timestamptz not null default clock_timestamp(),
  constraint dues_assessment_once unique (member_id, month),
  constraint dues_assessment_amounts check (base_fen >= 0 and full_fen >= due_fen and due_fen >= 0));

create table dues_receipt (
  id uuid constraint dues_receipt_pk primary key,
  member_id uuid not null constraint dues_receipt_member_fk references party_member (id),
  kind text not null constraint dues_receipt_kind check (kind in ('RECEIPT', 'CORRECTION')),
  paid_through date not null,           -- first day of the last month paid
  amount_fen bigint not null constraint dues_receipt_amount check (amount_fen >= 0),
  received_on date not null,
  reason text,
  entered_by text not null,
  entered_at timestamptz not null default clock_timestamp(),
  constraint dues_receipt_correction_has_reason check (kind = 'RECEIPT' or reason is not null));
create index dues_receipt_by_member on dues_receipt (member_id, id);

create table dues_standing (
  member_id uuid constraint dues_standing_pk primary key constraint dues_standing_member_fk references party_member (id),
  paid_through date not null,
  entered_by text not null);            -- of the last receipt; another person corrects it

create table dues_closing (
  id uuid constraint dues_closing_pk primary key,
  organization_id uuid not null constraint dues_closing_organization_fk references party_organization (id),
  month date not null,
  closed_on date not null,
  constraint dues_closing_once unique (organization_id, month));

create table dues_arrears (
  id uuid constraint dues_arrears_pk primary key,
  member_id uuid not null constraint dues_arrears_member_fk references party_member (id),
  organization_id uuid not null constraint dues_arrears_organization_fk references party_organization (id),
  since_month date not null,
  cleared_on date,
  version bigint not null);
create unique index dues_arrears_one_open on dues_arrears (member_id) where cleared_on is null;
create index dues_arrears_by_organization on dues_arrears (organization_id, id);

do $$
declare
  t text;
begin
  foreach t in array array['dues_reduction', 'dues_assessment', 'dues_receipt', 'dues_standing', 'dues_closing', 'dues_arrears'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['dues_reduction', 'dues_assessment', 'dues_receipt', 'dues_standing', 'dues_arrears'] loop
    execute format('create policy %I on %I for all to ${application} using (exists (select from party_member m where m.id = %I.member_id))',
                   t || '_of_member', t, t);
  end loop;
end $$;
create policy dues_closing_of_organization on dues_closing for all to ${application}
  using (exists (select from party_organization o where o.id = dues_closing.organization_id));
grant select, insert, update on dues_rate, dues_reduction, dues_standing, dues_arrears to ${application};
grant select, insert on dues_assessment, dues_receipt, dues_closing to ${application};
