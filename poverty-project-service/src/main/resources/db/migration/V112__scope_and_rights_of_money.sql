-- V112: who sees and writes what of the money.
-- Why:      the application executes the ledger's functions and reads its views; it has no INSERT, UPDATE or DELETE on the ledger's tables and none
--           on settled_fen. The pipeline (relay, consumers) has no right on money at all.
-- Cost:     none.
-- Deploy:   with V110 and V111.
-- Rejected: forced row-level security on what the functions judge: they run as the owner and must see the city's source when a county's approver
--           calls; forced, his approval is refused as if the source did not exist.
do $$
declare
  guarded text;
begin
  foreach guarded in array array['fund_source', 'fund_allocation', 'project', 'project_budget', 'public_notice', 'obligation', 'disbursement',
      'payment', 'acceptance', 'performance_target', 'objection', 'recovery', 'unallocated_return'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format($policy$create policy %I on %I for all to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, guarded || '_subtree', guarded);
  end loop;
  foreach guarded in array array['public_notice', 'acceptance', 'performance_target', 'objection'] loop
    execute format('alter table %I force row level security', guarded);
  end loop;
  foreach guarded in array array['ledger_account', 'ledger_route', 'ledger_journal', 'ledger_transfer', 'ledger_reservation', 'fund_source_purpose'] loop
    execute format('alter table %I enable row level security', guarded);   -- without a policy: nobody but the owner's functions and views
  end loop;
end $$;
-- 结对帮扶: the assisting organization reads the project.
create policy project_assisting on project for select to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and assisting_path >= p and assisting_path < rtrim(p, '/') || '0'));
-- Purposes follow their source.
create policy fund_source_purpose_of_source on fund_source_purpose for all to ${application}
  using (exists (select from fund_source s where s.id = source_id)) with check (exists (select from fund_source s where s.id = source_id));

revoke all on function business_today(), ledger_immutable(), step_in_order(), line_step(), ledger_open(), ledger_move(uuid, uuid, bigint, bigint),
  ledger_settle(bigint), ledger_close(uuid), ledger_reopen(uuid), ledger_reserve(uuid, text), ledger_void(uuid, date, text),
  ledger_reverse(text, bigint, date, text, text),
  ledger_post(text, text, uuid, uuid, bigint, date, text, text, uuid, uuid[]) from public;
grant execute on function business_today() to ${application};   -- their updates fire step_in_order
grant execute on function ledger_close(uuid), ledger_reopen(uuid), ledger_reserve(uuid, text), ledger_void(uuid, date, text),
  ledger_reverse(text, bigint, date, text, text), ledger_post(text, text, uuid, uuid, bigint, date, text, text, uuid, uuid[]) to ${application};

grant select on fund_source, fund_source_purpose, fund_allocation, project, project_budget, public_notice, obligation, disbursement, payment, acceptance,
  performance_target, objection, recovery, unallocated_return to ${application};
grant insert, update on fund_source, fund_source_purpose, project, project_budget, public_notice, disbursement, payment, performance_target, objection,
  recovery, unallocated_return to ${application};
grant insert on fund_allocation, acceptance to ${application};   -- immutable; corrected by a clawback, by a further acceptance
grant insert (id, organization_id, organization_path, kind, county_code, creditor_name, document_no, arose_on, due_fen, version),
      update (organization_id, creditor_name, document_no, due_fen, version) on obligation to ${application};
grant delete on payment, fund_source_purpose to ${application};   -- lines of a draft
grant select on ledger_entry, allocation_entry, project_investment, payment_entry, ledger_balance, ledger_drift, reservation_drift, obligation_drift to ${application};
