-- Rows as the version of V227 wrote them; ids end in a number of their own, the tens tell the table. What was told of each stands in the change feed.
-- Two sources: of the first the appropriation was an error.
insert into fund_source (id, organization_path, code, name, organization_id, category, level, fiscal_year, document_no, appropriation_fen,
  available_from, available_to, status, status_on, version)
select ('00000000-0000-7000-8000-00000000001' || n)::uuid, '/0001/', 'S' || n, '示例资金', '00000000-0000-7000-8000-000000000001', 'POVERTY_SPECIAL',
       'CITY', 2016, '示例〔2016〕' || n || '号', 1000, '2016-01-01', '2016-12-31', 'ACTIVE', '2016-03-02', 2
from generate_series(1, 2) n;
insert into fund_source_purpose values ('00000000-0000-7000-8000-000000000012', 'ROAD');
select ledger_post('source:' || id, 'APPROPRIATE', '00000000-0000-0000-0000-00000000000e', id, 1000, '2016-03-02', 'cashier') from fund_source;

-- Two allocations of the second: the first was an error.
insert into fund_allocation (id, organization_path, source_id, organization_id, source_category, county_code, document_no, amount_fen, allocated_on)
select ('00000000-0000-7000-8000-00000000002' || n)::uuid, '/0001/0001/', '00000000-0000-7000-8000-000000000012',
       '00000000-0000-7000-8000-000000000002', 'POVERTY_SPECIAL', '441223', '示例〔2016〕2' || n || '号', n * 300, '2016-03-10'
from generate_series(1, 2) n;
select ledger_post('allocation:' || id, 'ALLOCATE', source_id, id, amount_fen, '2016-03-10', 'cashier') from fund_allocation order by id;

-- Two funded projects whose budgets were errors; the second was suspended before that was found.
insert into project (id, organization_path, area_code, nature, library_year, code, name, category, county_code, purpose_code, organization_id,
  implementing_unit, plan_start, plan_end, has_performance_target, status, status_on, resume_status, submitted_by, reviewed_by, version)
select ('00000000-0000-7000-8000-00000000003' || n)::uuid, '/0001/0001/0001/', '441223100', 'NEW', 2016, 'P' || n, '示例村道路硬化', 'ASSISTANCE',
       '441223', 'ROAD', '00000000-0000-7000-8000-000000000003', '示例村委会', '2016-06-01', '2016-12-31', true,
       case n when 1 then 'FUNDED' else 'SUSPENDED' end, '2016-06-20', case n when 2 then 'FUNDED' end, 'clerk', 'approver', 5
from generate_series(1, 2) n;
insert into project_budget (id, organization_path, project_id, allocation_id, source_id, county_code, purpose_code, amount_fen)
select ('00000000-0000-7000-8000-00000000004' || n)::uuid, '/0001/0001/0001/', ('00000000-0000-7000-8000-00000000003' || n)::uuid,
       '00000000-0000-7000-8000-000000000022', '00000000-0000-7000-8000-000000000012', '441223', 'ROAD', 90
from generate_series(1, 2) n;
select ledger_post('budget:' || id || ':1', 'BUDGET', allocation_id, id, amount_fen, '2016-06-20', 'cashier') from project_budget order by id;

-- A recovery up to the treasury.
insert into recovery (id, organization_path, kind, account_id, amount_fen, to_level, reason, document_no, status, status_on, proposed_by,
  confirmed_by, version, organization_id, county_code, source_id, allocation_id)
values ('00000000-0000-7000-8000-000000000051', '/0001/0001/', 'IDLE', '00000000-0000-7000-8000-000000000022', 100, 'TREASURY', '闲置',
        '示例〔2016〕51号', 'EXECUTED', '2016-09-15', 'cashier', 'approver', 3, '00000000-0000-7000-8000-000000000002', '441223',
        '00000000-0000-7000-8000-000000000012', '00000000-0000-7000-8000-000000000022');
select ledger_recover('00000000-0000-7000-8000-000000000051', 'cashier');

-- All these errors were reversed; of the recovery its last level.
select ledger_reverse('reversal:' || e.journal_id, e.journal_id, '2016-09-16', 'cashier', '记错')
from (select journal_id from ledger_entry
      where kind = 'RETURN_TO_TREASURY' or kind = 'BUDGET' or to_account in ('00000000-0000-7000-8000-000000000011',
                                                                             '00000000-0000-7000-8000-000000000021')
      order by 1) e;
update project_budget set amount_fen = 0, version = 2;
insert into change (stream_epoch, resource_type, resource_id, version, op, organization_path)
select 1, t.type, ('00000000-0000-7000-8000-0000000000' || t.number)::uuid, v, 'UPSERT', t.path
from (values ('fund-source', 11, '/0001/', 2), ('fund-source', 12, '/0001/', 2), ('fund-allocation', 21, '/0001/0001/', 1),
             ('fund-allocation', 22, '/0001/0001/', 1), ('fund-recovery', 51, '/0001/0001/', 3), ('project', 31, '/0001/0001/0001/', 5),
             ('project', 32, '/0001/0001/0001/', 5)) as t (type, number, path, versions), generate_series(1, versions) v;
