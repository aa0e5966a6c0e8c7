-- V172: documents of a campaign (实施方案, 指导意见, 工作指引) and who has acknowledged them.
-- Why:      a document that was issued is never edited: a mistake is a new one that supersedes it. Whoever must acknowledge it
--           does so once, with what he arranges, and the list of those who have not is what the office works by.
-- Cost:     empty tables.
-- Deploy:   before the code that writes them; the version before ignores them.
-- Rejected: a row for each obliged organization when a document is issued: an organization that is set up or moved
--           afterwards would lack its own; who is obliged follows from type, sector and place.
create table campaign_document (
  id uuid constraint campaign_document_pk primary key,
  campaign_id uuid not null constraint campaign_document_campaign_fk references campaign (id),
  organization_id uuid not null constraint campaign_document_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  kind text not null constraint campaign_document_kind check (kind in ('PLAN', 'SECTOR_GUIDANCE', 'WORK_GUIDE')),
  number text not null,
  title text not null,
  body text,
  reference text,
  sectors text[] not null,              -- none: for every sector
  in_force_from date not null,
  in_force_to date,                     -- included
  acknowledging_types text[] not null,  -- none: nobody must acknowledge it
  acknowledging_sectors text[] not null,
  acknowledge_by date,
  state text not null constraint campaign_document_state check (state in ('DRAFT', 'ISSUED', 'SUPERSEDED', 'WITHDRAWN')),
  drafter text not null,                -- client and subject; does not issue it
  issued_on date,
  issued_entered_at timestamptz,
  ended_on date,                        -- superseded or withdrawn: the first day on which it holds no more
  ended_entered_at timestamptz,
  successor_id uuid constraint campaign_document_successor_fk references campaign_document (id),
  stepped_on date not null,
  version bigint not null,
  constraint campaign_document_number_once unique (organization_id, number),
  constraint campaign_document_content check (body is not null or reference is not null),
  constraint campaign_document_days check (in_force_to >= in_force_from),
  constraint campaign_document_issued check ((state = 'DRAFT') = (issued_on is null)),
  constraint campaign_document_ended check ((state in ('SUPERSEDED', 'WITHDRAWN')) = (ended_on is not null)));

create table document_acknowledgement (
  id uuid constraint document_acknowledgement_pk primary key,
  document_id uuid not null constraint document_acknowledgement_document_fk references campaign_document (id),
  organization_id uuid not null constraint document_acknowledgement_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  acknowledged_on date not null,
  arrangement text not null,
  version bigint not null,
  constraint document_acknowledgement_once unique (document_id, organization_id));
create index document_acknowledgement_by_path on document_acknowledgement (organization_path, id);

do $$
declare
  t text;
begin
  foreach t in array array['campaign_document', 'document_acknowledgement'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy %I on %I for all to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, t || '_subtree', t);
  end loop;
end $$;
-- DOWNWARD, once it is issued: a draft is its office's own.
create policy campaign_document_downward on campaign_document for select to ${application} using (state <> 'DRAFT' and exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and p collate "C" >= organization_path and p collate "C" < rtrim(organization_path, '/') || '0'));
grant select, insert, update on campaign_document to ${application};
grant select, insert, update (organization_path) on document_acknowledgement to ${application};
