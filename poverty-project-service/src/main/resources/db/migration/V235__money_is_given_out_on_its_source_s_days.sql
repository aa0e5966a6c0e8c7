-- V235: money is given out on the days for which its source is available, and to an entry of the library's current year.
-- Why:      both were stated of every source and every project and judged nowhere: a source of 2017 paid an order of 2019, and an entry that had
--           grown old took the money of a later year.
-- Cost:     one look at source and rule for each allocation, budget and approval, none for a payment; a handful of rules.
-- Deploy:   any time; the version of the service before answers the refusal as an internal error. Nothing that was given out before is judged anew.
-- Rejected: a CHECK on copies of the days in allocation and budget: the rule is of a day and may end. Judging what the bank answers: an order
--           that was sent is the bank's, and money goes back up (recovery, return, reversal) on any day.
insert into project_rule (id, code, applies_to, value, unit, severity, effective_from, effective_to, source, certainty)
select gen_random_uuid(), 'SOURCE_DAYS', gives, 1, 'PERIOD', 'ERROR', '2014-01-01', null,
       'Days of availability that the funding document states; local practice', 'C'
from unnest(array['ALLOCATION', 'BUDGET', 'DISBURSEMENT']) as gives;
insert into project_rule (id, code, applies_to, value, unit, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'LIBRARY_YEARS', 'ENTRY', 1, 'YEAR', 'ERROR', '2014-01-01', null,
   'Years, the entry''s own included, in which it is funded; yearly refresh of the library, number unverified', 'C');

-- The value in force on a day; null where no rule that refuses is known for it.
create function rule_value(p_code text, p_applies_to text, p_on date) returns bigint
language sql stable set search_path = public, pg_temp as $$
  select r.value from project_rule r
   where r.code = p_code and r.applies_to = p_applies_to and r.severity = 'ERROR'
     and p_on >= r.effective_from and (r.effective_to is null or p_on < r.effective_to)
$$;

create function source_gives_on(p_source uuid, p_gives text, p_on date) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select p_on between s.available_from and s.available_to or coalesce(rule_value('SOURCE_DAYS', p_gives, p_on), 0) = 0
    from fund_source s where s.id = p_source
$$;

-- Whether an order on this budget may be submitted or approved on a day: whoever asks for it does not see the city's source.
create function budget_gives_on(p_budget uuid, p_on date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select source_gives_on(b.source_id, 'DISBURSEMENT', p_on) from project_budget b where b.id = p_budget and in_scope(b.organization_path)
$$;

create function within_source_days() returns trigger language plpgsql as $$
declare
  v_source uuid;
  v_on     date;
begin
  if tg_argv[0] = 'DISBURSEMENT' then
    v_on := new.reserved_on;
    select source_id into v_source from project_budget where id = new.account_id;
  else
    select occurred_on into v_on from ledger_journal where id = new.journal_id;
    v_source := case tg_argv[0] when 'ALLOCATION' then new.from_account
                else (select source_id from fund_allocation where id = new.from_account) end;
  end if;
  if not source_gives_on(v_source, tg_argv[0], v_on) then
    raise exception 'source % gives no money on %', v_source, v_on using errcode = '23514', constraint = 'within_source_days';
  end if;
  return new;
end $$;
create trigger within_source_days before insert on ledger_reservation for each row execute function within_source_days('DISBURSEMENT');
create trigger allocated_within_source_days before insert on ledger_transfer for each row when (new.kind = 'ALLOCATE')
  execute function within_source_days('ALLOCATION');
create trigger budgeted_within_source_days before insert on ledger_transfer for each row when (new.kind = 'BUDGET')
  execute function within_source_days('BUDGET');

revoke all on function rule_value(text, text, date), source_gives_on(uuid, text, date), budget_gives_on(uuid, date), within_source_days() from public;
grant execute on function budget_gives_on(uuid, date) to ${application};
