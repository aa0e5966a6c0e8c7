-- V229: a fund source and an allocation whose posting was reversed state nothing any more.
-- Why:      a source whose appropriation was reversed stayed ACTIVE with its amount, and an allocation kept its own: lists and their sums told of
--           money that nobody had, and no event said otherwise. Their code and their document were taken for ever, so the right
--           amount could not be entered.
-- Cost:     reads sources and allocations once; two unique keys become indexes. An allocation's amount is written by one function beside the ledger's.
-- Deploy:   before the version of the service that calls the function; the version before works with it and leaves such documents as they are,
--           which document_drift names. What was reversed before is stated here with its version and no event: whoever keeps copies misses one version.
-- Rejected: back to DRAFT (a source is posted once, by its id, and its history would begin anew); CLOSED (a source that has done its work, whose
--           amount counts); a right of the application to write an allocation's amount: it states what the ledger says.
alter table fund_source drop constraint fund_source_status, drop constraint fund_source_amount, drop constraint fund_source_code_once;
alter table fund_source
  add constraint fund_source_status check (status in ('DRAFT', 'ACTIVE', 'FROZEN', 'CLOSED', 'REVERSED')),
  add constraint fund_source_amount check (appropriation_fen >= 0 and (appropriation_fen = 0) = (status = 'REVERSED'));
create unique index fund_source_code_once on fund_source (code) where status <> 'REVERSED';
alter table fund_allocation drop constraint allocation_amount, drop constraint allocation_document_once;
alter table fund_allocation add constraint allocation_amount check (amount_fen >= 0);
create unique index allocation_document_once on fund_allocation (source_id, document_no, county_code) where amount_fen > 0;

-- Internal. What was posted to each account and not reversed.
create view standing_posting as
select t.to_account, t.kind, t.amount_fen from ledger_transfer t where not exists (select from ledger_journal r where r.reverses = t.journal_id);

-- The allocation states what the ledger says: nothing, once its posting was reversed.
create function allocation_restated(p_allocation uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update fund_allocation a set amount_fen = m.fen, version = a.version + 1
    from (select coalesce(sum(p.amount_fen), 0)::bigint as fen from standing_posting p where p.to_account = p_allocation and p.kind = 'ALLOCATE') m
   where a.id = p_allocation and in_scope(a.organization_path) and a.amount_fen <> m.fen
$$;

with reversed as (
  select t.to_account as id, r.occurred_on, r.actor, r.reason
    from ledger_journal r join ledger_journal o on o.id = r.reverses and o.kind = 'APPROPRIATE' join ledger_transfer t on t.journal_id = o.id),
was as (select s.id, s.status from fund_source s join reversed using (id) where s.status <> 'CLOSED'),
stated as (
  update fund_source s set status = 'REVERSED', status_on = greatest(s.status_on, r.occurred_on), appropriation_fen = 0, version = s.version + 1
    from reversed r join was using (id) where s.id = r.id
  returning s.id, s.version, s.organization_path, was.status as before, s.status_on, r.reason, r.actor),
closed as (update ledger_account a set closed = true where a.id in (select id from stated))
insert into step_history (resource_type, resource_id, version, organization_path, step, from_state, to_state, taken_on, comment, entered_by)
select 'fund-source', id, version, organization_path, 'reverse', before, 'REVERSED', status_on, reason, actor from stated;
update fund_allocation a set amount_fen = 0, version = a.version + 1
 where not exists (select from standing_posting p where p.to_account = a.id and p.kind = 'ALLOCATE');

create or replace view document_drift as
select 'RECOVERY_STATE' as what, r.id, r.status as stated, count(p.journal_id) || ' posted, ' || count(p.reversed_by) || ' reversed' as moved
  from recovery r left join recovery_posting p on p.recovery_id = r.id
 group by r.id
having not case r.status when 'EXECUTED' then count(p.journal_id) > 0 and count(p.reversed_by) = 0
                         when 'PARTLY_REVERSED' then count(p.reversed_by) between 1 and count(p.journal_id) - 1
                         when 'REVERSED' then count(p.journal_id) > 0 and count(p.reversed_by) = count(p.journal_id)
                         else count(p.journal_id) = 0 end
union all
select 'SOURCE_AMOUNT', s.id, s.status || ' ' || s.appropriation_fen, m.fen::text
  from fund_source s cross join lateral (select coalesce(sum(t.amount_fen), 0) as fen from standing_posting t where t.to_account = s.id and t.kind = 'APPROPRIATE') m
 where case s.status when 'DRAFT' then 0 else s.appropriation_fen end <> m.fen
union all
select 'ALLOCATION_AMOUNT', a.id, a.amount_fen::text, m.fen::text
  from fund_allocation a cross join lateral (select coalesce(sum(t.amount_fen), 0) as fen from standing_posting t where t.to_account = a.id and t.kind = 'ALLOCATE') m where a.amount_fen <> m.fen
union all
select 'BUDGET_AMOUNT', b.id, b.amount_fen::text, m.fen::text
  from project_budget b cross join lateral (select coalesce(sum(t.amount_fen), 0) as fen from standing_posting t where t.to_account = b.id and t.kind = 'BUDGET') m where b.amount_fen <> m.fen
union all
select 'PROJECT_BUDGET', p.id, p.budget_fen::text, m.fen::text
  from project p cross join lateral (select coalesce(sum(b.amount_fen), 0) as fen from project_budget b where b.project_id = p.id) m
 where p.budget_fen <> m.fen;

revoke all on function allocation_restated(uuid) from public;
grant execute on function allocation_restated(uuid) to ${application};
