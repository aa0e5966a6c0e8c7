-- V241: a share of the budget stays until the project's acceptance (质保金).
-- Why:      retention money waits for the acceptance, and nobody had to leave any: the whole budget could go out as progress or final payment before.
-- Cost:     one look at the rule for each approval of an order for works, and a sum over the budget's orders where one is in force; one rule.
-- Deploy:   before the version of the service that asks; the version before answers the refusal as an internal error. Orders that were
--           approved before are not judged anew.
-- Rejected: judging what is paid to beneficiaries: there is nothing to vouch for. A day before the guidance of 2018: 3 to 5 percent are told by
--           no text that was read, and what was paid in 2016 by no rule that was known. Summing before the approval: two orders that come
--           at once each leave the share.
insert into project_rule (id, code, applies_to, value, unit, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'RETENTION_SHARE', 'BUDGET', 3, 'PERCENT', 'ERROR', '2019-01-01', null,
   'Retention of 3 to 5 % of a budget until acceptance; local practice, unverified, the lower taken', 'C');

-- How much more may go out for works on a budget on a day, in fen; null where no share is known or the project was accepted by then.
create function room_before_acceptance(p_budget uuid, p_on date) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select b.amount_fen * (100 - rule_value('RETENTION_SHARE', 'BUDGET', p_on)) / 100
         - (select coalesce(sum(r.amount_fen - r.released_fen - r.refunded_fen), 0)::bigint
              from ledger_reservation r join disbursement d on d.id = r.disbursement_id
             where r.account_id = b.id and d.stage in ('ADVANCE', 'PROGRESS', 'FINAL'))
    from project_budget b
   where b.id = p_budget and in_scope(b.organization_path)
     and not exists (select from acceptance a where a.project_id = b.project_id and a.verdict = 'PASSED' and a.held_on <= p_on)
$$;

create function retention_kept() returns trigger language plpgsql as $$
begin
  if (select stage from disbursement where id = new.disbursement_id) not in ('ADVANCE', 'PROGRESS', 'FINAL') then return new; end if;
  perform from ledger_account where id = new.account_id for no key update;   -- one order waits for the other; reserving updates it anyhow
  if new.amount_fen > room_before_acceptance(new.account_id, new.reserved_on) then
    raise exception 'orders on budget % leave no retention', new.account_id using errcode = '23514', constraint = 'retention_kept';
  end if;
  return new;
end $$;
create trigger retention_kept before insert on ledger_reservation for each row execute function retention_kept();

revoke all on function room_before_acceptance(uuid, date), retention_kept() from public;
grant execute on function room_before_acceptance(uuid, date) to ${application};
