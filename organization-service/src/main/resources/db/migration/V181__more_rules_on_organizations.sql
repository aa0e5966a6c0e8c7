-- V181: terms, secretaries, dues, screenings, transfers, floating members and residences held against dated rules.
-- Why:      both questions of the 2016 special check (overdue terms without approval, postponements of more than a year) and the
--           key tasks on dues and screening are asked of any subtree and day, each answer with its rule and source.
-- Cost:     some rows; an index over the last one read by the day.
-- Deploy:   before the code that asks for them.
-- Rejected: a state written by a job; a threshold in the code: a record of 2016 is judged by the rule of 2016.
insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty)
select gen_random_uuid(), 'SECRETARY_VACANT_MONTHS', t.type, 3, 'WARNING', date '1949-10-01', null::date, '软弱涣散基层党组织排查: 书记空缺三个月以上', 'C'
from (values ('BRANCH'), ('GENERAL_BRANCH'), ('PRIMARY_COMMITTEE')) as t (type)
union all
select gen_random_uuid(), r.code, r.applies_to, r.value, r.severity, date '1921-07-01', null::date, r.source, r.certainty
from (values
  ('TERM_ELECTION_IN_TIME', 'ELECTION', 0, 'ERROR', '基层组织选举工作条例: 任期届满应按期换届，延期须报上级党组织批准', 'B'),
  ('DUES_PAID_PERCENT', 'BRANCH', 100, 'WARNING', '党员应按月交纳党费: 中国共产党章程；中组发〔2008〕3号', 'B'),
  ('SCREENING_IN_TIME', 'ORGANIZATION', 0, 'WARNING', '集中排查方案规定的截止日期, practice', 'C'),
  ('TRANSFER_WAIT_DAYS', 'MEMBER', 30, 'INFO', '组织关系转移及时办理, practice', 'C')) as r (code, applies_to, value, severity, source, certainty);
