-- V228: a recovery (资金收回) whose money was given back says so.
-- Why:      its journals could be reversed one by one, and it stayed EXECUTED: a list of what was taken back named money that the budget had again.
-- Cost:     reads each recovery once; recoveries and reversals of them are few.
-- Deploy:   before the version of the service that takes the step; the version before works with it and leaves such a recovery EXECUTED, which
--           document_drift names. Recoveries that were reversed before get their state, version and history here and no event: whoever keeps
--           copies misses one version of them.
-- Rejected: reversing a recovery whole by one request: its levels are decided by two offices, the county's and the source's. One state for
--           the part and the whole: where a level still stands, money is still away from where it was. A column that counts levels: it may differ
--           from the ledger.
alter table recovery drop constraint recovery_status;
alter table recovery add constraint recovery_status
  check (status in ('PROPOSED', 'CONFIRMED', 'EXECUTED', 'PARTLY_REVERSED', 'REVERSED', 'DISMISSED'));
-- Whose money is back where it was may be taken by the same document again, the right amount then.
drop index recovery_document_once;
create unique index recovery_document_once on recovery (account_id, document_no) where status not in ('DISMISSED', 'REVERSED');

-- The postings of each recovery, one a level, and whether each still stands.
create view recovery_posting as
select r.id as recovery_id, l.level, j.id as journal_id, u.id as reversed_by, u.occurred_on as reversed_on, u.actor, u.reason
  from recovery r
  cross join (values ('ALLOCATION'), ('SOURCE'), ('TREASURY')) as l (level)
  join ledger_journal j on j.dedup_key = 'recovery:' || r.id || ':' || l.level
  left join ledger_journal u on u.reverses = j.id;

-- What else is told of a journal, now also of which recovery it is.
create or replace view posted_journal as
select j.id, j.kind, j.disbursement_id, j.occurred_on, (j.created_at at time zone 'Asia/Shanghai')::date as recorded_on, j.actor, j.reason,
       j.reverses, r.id as reversed_by,
       (select s.organization_path from journal_place p join fund_source s on s.id in (p.from_account, p.to_account) where p.journal_id = j.id) as source_path,
       case when j.dedup_key like 'recovery:%' then split_part(j.dedup_key, ':', 2)::uuid end as recovery_id
  from ledger_journal j left join ledger_journal r on r.reverses = j.id;

with given_back as (
  select recovery_id, case when count(reversed_by) = count(*) then 'REVERSED' else 'PARTLY_REVERSED' end as status, max(reversed_on) as on_day,
         (array_agg(actor order by reversed_by desc) filter (where reversed_by is not null))[1] as actor,
         (array_agg(reason order by reversed_by desc) filter (where reversed_by is not null))[1] as reason
    from recovery_posting group by recovery_id having count(reversed_by) > 0),
stated as (
  update recovery r set status = g.status, status_on = greatest(r.status_on, g.on_day), version = r.version + 1
    from given_back g where r.id = g.recovery_id returning r.*, g.actor, g.reason as why)
insert into step_history (resource_type, resource_id, version, organization_path, step, from_state, to_state, taken_on, comment, entered_by)
select 'fund-recovery', id, version, organization_path, case status when 'REVERSED' then 'reverse' else 'reverse-in-part' end, 'EXECUTED', status,
       status_on, why, actor from stated;

-- Empty, or something is wrong: what a document states and what the ledger has moved for it.
create view document_drift as
select 'RECOVERY_STATE' as what, r.id, r.status as stated, count(p.journal_id) || ' posted, ' || count(p.reversed_by) || ' reversed' as moved
  from recovery r left join recovery_posting p on p.recovery_id = r.id
 group by r.id
having not case r.status when 'EXECUTED' then count(p.journal_id) > 0 and count(p.reversed_by) = 0
                         when 'PARTLY_REVERSED' then count(p.reversed_by) between 1 and count(p.journal_id) - 1
                         when 'REVERSED' then count(p.journal_id) > 0 and count(p.reversed_by) = count(p.journal_id)
                         else count(p.journal_id) = 0 end;

grant select on recovery_posting, document_drift to ${application};
