-- V218: a bank file tells of every obligation that it settles, and takes its locks in one order though it pays on several days.
-- Why:      the ledger settles an obligation whoever the caller is, and the service then read it by the caller's row-level security: where a
--           village's cashier pays what the county owes, the version was never published. And an order that the bank paid on two days settled
--           in two postings, so that two files whose days name the same obligations in opposite order waited for one another.
-- Cost:     two functions; the second is called where a file makes more than one posting for an order.
-- Deploy:   before the version of the service that calls them.
-- Rejected: a policy by which whoever sees a payee line reads the obligation behind it: a list of obligations would look at the lines of each.
--           One posting for several days: a journal has one day. Obligations locked before the account: a posting of one day locks the account
--           first, and would wait for us as we for it.

-- What these payee lines settle, for a caller who sees the lines.
create function obligations_settled(p_payments uuid[]) returns setof obligation
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select o.* from obligation o
    where o.id in (select p.obligation_id from payment p where p.id = any (p_payments) and in_scope(p.organization_path)) order by o.id;
end $$;

-- Behind the order's row, before the first of several postings: the budget's account, then the obligations in id order.
create function ledger_hold(p_disbursement uuid, p_payments uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from ledger_account where id = (select budget_id from disbursement where id = p_disbursement) for no key update;
  perform from obligation where id in (select obligation_id from payment where id = any (p_payments) and disbursement_id = p_disbursement)
    order by id for no key update;
end $$;

revoke all on function obligations_settled(uuid[]), ledger_hold(uuid, uuid[]) from public;
grant execute on function obligations_settled(uuid[]), ledger_hold(uuid, uuid[]) to ${application};
