-- V240: what V228 and V229 restated is told once, and so is a funded project whose last budget had been reversed before.
-- Why:      recoveries, sources and allocations that had been reversed before those versions got a version without an event. Whoever keeps
--           copies had the old amount for ever, and a reader who asks for every version waited for the missing one and took no later one.
--           A project that lost its last budget before it was taken back to the library stood as funded, with 0 fen.
-- Cost:     reads the reversals and what they were about once, each with one look into the change feed; one event for each, of which there are few.
--           Locks the change feed for that time: its rows are hidden from their owner otherwise.
-- Deploy:   any time after the version that publishes these states; readers know them. The relay sends the events when the service starts.
-- Rejected: another version of each, told instead of the missing one: readers would wait for the missing one still. Telling every document anew: those
--           whose versions were told are as they were.
with reversal as (
  select b.project_id, max(r.occurred_on) as on_day, (array_agg(r.actor order by r.id desc))[1] as actor, (array_agg(r.reason order by r.id desc))[1] as reason
    from ledger_journal r join ledger_journal o on o.id = r.reverses and o.kind = 'BUDGET' join ledger_transfer t on t.journal_id = o.id
    join project_budget b on b.id = t.to_account
   group by b.project_id),
moved as (
  update project p set status = 'IN_LIBRARY', status_on = greatest(p.status_on, v.on_day), version = p.version + 1
    from reversal v where v.project_id = p.id and p.status = 'FUNDED' and p.budget_fen = 0
  returning p.id, p.version, p.organization_path, p.status_on, v.reason, v.actor)
insert into step_history (resource_type, resource_id, version, organization_path, step, from_state, to_state, taken_on, comment, entered_by)
select 'project', id, version, organization_path, 'reverse-funding', 'FUNDED', 'IN_LIBRARY', status_on, reason, actor from moved;

alter table change no force row level security;
select set_config('app.caller', '{"client": "V240", "actor": "service"}', true);
with restated as (
  select h.resource_type, h.resource_id as id, h.version, h.taken_on as on_day, h.to_state
    from step_history h
   where h.resource_type in ('fund-source', 'fund-recovery') and h.step in ('reverse', 'reverse-in-part')
      or h.resource_type = 'project' and h.step = 'reverse-funding'
  union all
  select 'fund-allocation', a.id, a.version, r.occurred_on, null
    from fund_allocation a join ledger_transfer t on t.to_account = a.id and t.kind = 'ALLOCATE' join ledger_journal r on r.reverses = t.journal_id
   where a.amount_fen = 0),
untold as (
  select * from restated u
   where not exists (select from change c where (c.resource_type, c.resource_id, c.version) = (u.resource_type, u.id, u.version) and c.op <> 'MOVE')),
news as (
  select u.*, s.organization_id, s.organization_path, json_build_object('fundSourceId', s.id, 'version', u.version, 'organizationId', s.organization_id,
           'effectiveOn', u.on_day, 'category', s.category, 'level', s.level, 'fiscalYear', s.fiscal_year, 'appropriationFen', s.appropriation_fen,
           'state', u.to_state) as payload
    from untold u join fund_source s on s.id = u.id where u.resource_type = 'fund-source'
  union all
  select u.*, a.organization_id, a.organization_path, json_build_object('fundAllocationId', a.id, 'version', u.version, 'organizationId', a.organization_id,
           'effectiveOn', u.on_day, 'fundSourceId', a.source_id, 'sourceCategory', a.source_category, 'countyCode', a.county_code, 'amountFen', a.amount_fen)
    from untold u join fund_allocation a on a.id = u.id where u.resource_type = 'fund-allocation'
  union all
  select u.*, r.organization_id, r.organization_path, json_build_object('recoveryId', r.id, 'version', u.version, 'organizationId', r.organization_id,
           'effectiveOn', u.on_day, 'kind', r.kind, 'countyCode', r.county_code, 'fundSourceId', r.source_id, 'fundAllocationId', r.allocation_id,
           'budgetId', r.budget_id, 'toLevel', r.to_level, 'amountFen', r.amount_fen, 'state', u.to_state)
    from untold u join recovery r on r.id = u.id where u.resource_type = 'fund-recovery'
  union all
  select u.*, p.organization_id, p.organization_path, json_build_object('projectId', p.id, 'version', u.version, 'organizationId', p.organization_id,
           'effectiveOn', u.on_day, 'assistingOrganizationId', p.assisting_organization_id, 'code', p.code, 'category', p.category,
           'countyCode', p.county_code, 'areaCode', p.area_code, 'hasPerformanceTarget', p.has_performance_target, 'budgetFen', p.budget_fen,
           'from', 'FUNDED', 'state', u.to_state)
    from untold u join project p on p.id = u.id where u.resource_type = 'project'),
told as (
  select array_agg(gen_random_uuid()) as events, array_agg(resource_type) as types, array_agg(id) as ids, array_agg(version) as versions,
         array_agg('io.zhixing.poverty-project.' || resource_type || '-changed.v1') as names, array_agg(json_strip_nulls(payload)::text) as payloads,
         array_agg(organization_id) as organizations, array_agg(organization_path::text) as paths
    from (select * from news order by id, version) n having count(*) > 0)
select append_events(events, types, ids, versions, names, payloads, organizations, paths, null) from told;
select set_config('app.caller', '', true);
alter table change force row level security;
