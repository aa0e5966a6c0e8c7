-- V236: each stage of an order has its condition: an advance its share of the budget, retention the acceptance, a list of beneficiaries its notice.
-- Why:      the stage was stated of every order and judged nowhere: the whole budget could go out as an advance.
-- Cost:     one look at the order for each approval, a sum over the budget's orders for that of an advance; three rules.
-- Deploy:   before the version of the service that asks. Orders that were approved before are not judged anew.
-- Rejected: summing advances before the approval: two that come at once are each within the share. The share that stays until the
--           acceptance: 3 to 5 percent is told by no text that was read.
insert into project_rule (id, code, applies_to, value, unit, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'ADVANCE_SHARE', 'ADVANCE', 30, 'PERCENT', 'ERROR', '2014-01-01', null,
   'Advances of at most 30 % of a budget; local practice, unverified', 'C'),
  (gen_random_uuid(), 'ACCEPTANCE_REQUIRED', 'RETENTION', 1, 'ACCEPTANCE', 'ERROR', '2014-01-01', null,
   'Retention money is paid after acceptance; local practice', 'C'),
  (gen_random_uuid(), 'NOTICE_REQUIRED', 'BENEFICIARY_LIST', 1, 'NOTICE', 'ERROR', '2019-01-01', null,
   'Payment to beneficiaries after notice of their list, at whatever level; local practice', 'C');

-- How much more may be advanced on a budget on a day, in fen; null where no share is known.
create function advance_room(p_budget uuid, p_on date) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select b.amount_fen * rule_value('ADVANCE_SHARE', 'ADVANCE', p_on) / 100
         - (select coalesce(sum(r.amount_fen - r.released_fen - r.refunded_fen), 0)::bigint
              from ledger_reservation r join disbursement d on d.id = r.disbursement_id
             where r.account_id = b.id and d.stage = 'ADVANCE')
    from project_budget b where b.id = p_budget and in_scope(b.organization_path)
$$;

create function advance_within_share() returns trigger language plpgsql as $$
begin
  if (select stage from disbursement where id = new.disbursement_id) <> 'ADVANCE' then return new; end if;
  perform from ledger_account where id = new.account_id for no key update;   -- one advance waits for the other; reserving updates it anyhow
  if new.amount_fen > advance_room(new.account_id, new.reserved_on) then
    raise exception 'advances on budget % exceed their share', new.account_id using errcode = '23514', constraint = 'advance_within_share';
  end if;
  return new;
end $$;
create trigger advance_within_share before insert on ledger_reservation for each row execute function advance_within_share();

revoke all on function advance_room(uuid, date), advance_within_share() from public;
grant execute on function advance_room(uuid, date) to ${application};
