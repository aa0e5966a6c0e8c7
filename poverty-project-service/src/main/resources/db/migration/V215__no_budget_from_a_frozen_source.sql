-- V215: a source that is frozen or closed funds no further budget.
-- Why:      after a freeze nothing new is approved; orders and allocations were refused, and a budget from an allocation made before the
--           freeze was approved all the same.
-- Cost:     replaces a function; one look at the source for each budget. Its lock makes a freeze and an approval wait for one another,
--           and it is taken behind the project and before the accounts, as everywhere.
-- Deploy:   any time; the version of the service before answers the same problem.
-- Rejected: asking in the use case: whoever approves a county's budget does not see the city's source, and a freeze that commits
--           between the look and the posting would be passed by.
create or replace function ledger_post(p_key text, p_kind text, p_from uuid, p_to uuid, p_amount bigint, p_on date, p_actor text,
                            p_reason text default null, p_disbursement uuid default null, p_payments uuid[] default null) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_journal bigint;
  v_status  text;
  v_since   date;
  v_by_line constant boolean := p_kind in ('PAY', 'REFUND');
begin
  if v_by_line then
    select status, status_on into v_status, v_since from disbursement where id = p_disbursement for no key update;
  end if;
  insert into ledger_journal (dedup_key, kind, disbursement_id, occurred_on, actor, reason)
  values (p_key, p_kind, p_disbursement, p_on, p_actor, p_reason)
      on conflict (dedup_key) do nothing returning id into v_journal;
  if v_journal is null then
    select j.id into v_journal from ledger_journal j
     where j.dedup_key = p_key and j.kind = p_kind and j.occurred_on = p_on and j.disbursement_id is not distinct from p_disbursement
       and p_amount = (select sum(t.amount_fen) from ledger_transfer t
                        where t.journal_id = j.id and t.from_account = p_from and t.to_account = p_to)
       and (not v_by_line or (select array_agg(t.payment_id order by t.payment_id) from ledger_transfer t where t.journal_id = j.id)
                           = (select array_agg(distinct l.id order by l.id) from unnest(p_payments) as l (id)));
    if not found then raise exception 'key % was used for another posting', p_key using errcode = '23505', constraint = 'dedup_key_same_content'; end if;
    return v_journal;
  end if;

  if p_kind = 'PAY' and v_status is distinct from 'SENT' then
    raise exception 'order % is %, not sent', p_disbursement, v_status using errcode = '23514', constraint = 'order_sent';
  end if;
  if p_on > business_today() or (p_kind = 'PAY' and p_on < v_since)
     or (p_kind = 'REFUND' and exists (select from payment where id = any (p_payments) and paid_on > p_on)) then
    raise exception '% on % is after today or before the step before it', p_kind, p_on using errcode = '23514', constraint = 'step_in_order';
  end if;

  perform from ledger_account f, ledger_account t, ledger_route r
    where f.id = p_from and t.id = p_to and (r.kind, r.from_kind, r.to_kind) = (p_kind, f.kind, t.kind)
      and case r.parent_link when 'TO_CHILD' then t.parent_id = f.id when 'TO_PARENT' then f.parent_id = t.id else true end;
  if not found then raise exception '% may not go from % to %', p_kind, p_from, p_to using errcode = '23514', constraint = 'route_allowed'; end if;
  if p_kind = 'BUDGET' then
    perform from fund_source where id = (select source_id from fund_allocation where id = p_from) and status = 'ACTIVE' for share;
    if not found then
      raise exception 'the source of allocation % is not active', p_from using errcode = '23514', constraint = 'source_pays_money';
    end if;
  end if;

  if v_by_line then
    update ledger_reservation
       set paid_fen     = paid_fen     + case p_kind when 'PAY'    then p_amount else 0 end,
           refunded_fen = refunded_fen + case p_kind when 'REFUND' then p_amount else 0 end
     where disbursement_id = p_disbursement and account_id in (p_from, p_to);
    if not found then
      raise exception 'nothing is reserved for disbursement %', p_disbursement using errcode = '23503', constraint = 'reservation_exists';
    end if;
    insert into ledger_transfer (journal_id, kind, from_account, to_account, amount_fen, payment_id)
    select v_journal, p_kind, p_from, p_to, amount_fen, id from payment
     where id = any (p_payments) and disbursement_id = p_disbursement and status = case p_kind when 'PAY' then 'PAID' else 'RETURNED' end;
    if p_amount is distinct from (select sum(amount_fen) from ledger_transfer where journal_id = v_journal) then
      raise exception 'the payee lines do not add up to % fen', p_amount using errcode = '23514', constraint = 'payments_add_up';
    end if;
  else
    insert into ledger_transfer (journal_id, kind, from_account, to_account, amount_fen) values (v_journal, p_kind, p_from, p_to, p_amount);
  end if;

  perform ledger_move(p_from, p_to, p_amount, case p_kind when 'PAY' then p_amount else 0 end);   -- late: balance rows stay locked for the shortest time
  if v_by_line then perform ledger_settle(v_journal); end if;
  return v_journal;
end $$;
