-- V219: what would refuse an order's money is told before its approval is asked for.
-- Why:      the list of steps said that a submitted order may be approved, and the approval was refused for want of money, for its project or
--           for its source: the approver learned of it by trying.
-- Cost:     one function; one call where the steps of a submitted order are read, none where a step is taken.
-- Deploy:   before the version of the service that calls it.
-- Rejected: a query by the caller's row-level security: whoever approves a county's orders does not see the city's source. The same look where
--           the step is taken: the ledger judges it there, under its locks.

-- What ledger_reserve would find now, for a caller who sees the order.
create function order_prospect(p_disbursement uuid) returns table (project_takes boolean, source_pays boolean, available_fen bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.status in ('FUNDED', 'IN_PROGRESS', 'COMPLETED', 'ACCEPTED'), s.status = 'ACTIVE', a.credits - a.debits - a.reserved
    from disbursement d
    join project_budget b on b.id = d.budget_id
    join project p on p.id = b.project_id
    join fund_source s on s.id = b.source_id
    join ledger_account a on a.id = b.id
   where d.id = p_disbursement and in_scope(d.organization_path)
$$;

revoke all on function order_prospect(uuid) from public;
grant execute on function order_prospect(uuid) to ${application};
