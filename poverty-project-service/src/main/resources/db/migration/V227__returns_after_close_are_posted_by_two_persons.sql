-- V227: what the bank gives back for a closed budget is posted by two persons.
-- Why:      such a return was kept and nobody could do anything with it: the ledger could open the budget's account for it, and no call did.
-- Cost:     one index over the few returns there are; two functions.
-- Deploy:   before the version of the service that posts returns; the version before works with it.
-- Rejected: posting the money to the allocation at once (a paid line would not show that it came back, nor would what it settled be owed
--           again). Reading in the service which accounts are closed: a source that is closed between the look and the opening would stay open.
create index unallocated_return_by_path on unallocated_return (organization_path, id);

-- Opens the accounts for an approved return, and tells them from the budget's up to the source's, each with whether it was closed: the money goes up
-- to the first that was open, and those that were closed are closed again. All are locked, in id order, until the commit.
create function ledger_reopened(p_return uuid) returns table (account_id uuid, account_kind text, was_closed boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_chain  uuid[];
  v_closed uuid[];
begin
  select array[b.id, b.allocation_id, b.source_id] into v_chain
    from unallocated_return u join payment p on p.id = u.payment_id join disbursement d on d.id = p.disbursement_id
    join project_budget b on b.id = d.budget_id where u.id = p_return;
  perform from ledger_account a where a.id = any (v_chain) order by a.id for no key update;
  select array_agg(a.id) into v_closed from ledger_account a where a.id = any (v_chain) and a.closed;
  perform ledger_reopen(p_return);
  return query select a.id, a.kind, coalesce(a.id = any (v_closed), false) from ledger_account a where a.id = any (v_chain)
    order by array_position(v_chain, a.id);
end $$;

revoke all on function ledger_reopened(uuid) from public;
grant execute on function ledger_reopened(uuid) to ${application};
