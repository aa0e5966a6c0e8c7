-- V220: a recovery (资金收回) says whose money it takes, and the ledger executes it whole.
-- Why:      surplus, idle and misused money had a table and ways to go, and nobody could take it back: a project whose rest was not
--           needed could not close. Which budget, allocation and source it concerns stands on its row, since whoever recovers a
--           county's money does not see the city's source.
-- Cost:     six columns, three keys and two indexes of a table into which nothing was written before; two functions. Recoveries are few.
-- Deploy:   before the version of the service that takes recoveries; the version before does not write the table.
-- Rejected: one posting after the other from the service: between them it holds the allocation and waits for the source, whose
--           id is lower, while another recovery of that allocation holds the source. Amount, accounts and day as arguments: they stand on the row
--           that a second person confirmed. A posting from a budget to the source at once: it would skip a level, and the figures
--           of the allocation would not know of it.
alter table recovery
  add column organization_id uuid not null,                         -- the project's, the allocation's or the source's: its scope
  add column county_code     text,                                  -- none where it takes from a source
  add column source_id       uuid not null constraint recovery_source_fk references fund_source,
  add column allocation_id   uuid constraint recovery_allocation_fk references fund_allocation,
  add column budget_id       uuid constraint recovery_budget_fk references project_budget,
  add column dismissal       text,                                  -- why nothing is taken back
  add constraint recovery_account_is_lowest check (account_id = coalesce(budget_id, allocation_id, source_id)),
  add constraint recovery_goes_up check (to_level = 'TREASURY' or (to_level = 'SOURCE' and allocation_id is not null)
                                         or (to_level = 'ALLOCATION' and budget_id is not null)),
  add constraint recovery_dismissed_with_reason check ((status = 'DISMISSED') = (dismissal is not null));
-- One document takes from one account once, by however many ways it comes.
create unique index recovery_document_once on recovery (account_id, document_no) where status <> 'DISMISSED';
create index recovery_by_path on recovery (organization_path, id);

-- What a recovery from this account would take from, for a caller in whose scope it lies; since: the day on which its money came down
-- to it, null before.
create function recoverable(p_account uuid) returns table (organization_id uuid, organization_path text, county_code text, source_id uuid,
                                                           allocation_id uuid, budget_id uuid, since date)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.organization_id, d.organization_path, d.county_code, d.source_id, d.allocation_id, d.budget_id,
         (select max(j.occurred_on) from ledger_transfer t join ledger_journal j on j.id = t.journal_id
           where t.to_account = p_account and t.kind in ('APPROPRIATE', 'ALLOCATE', 'BUDGET'))
    from (select p.organization_id, b.organization_path, b.county_code, b.source_id, b.allocation_id, b.id as budget_id
            from project_budget b join project p on p.id = b.project_id where b.id = p_account
          union all
          select a.organization_id, a.organization_path, a.county_code, a.source_id, a.id, null from fund_allocation a where a.id = p_account
          union all
          select s.organization_id, s.organization_path, null, s.id, null, null from fund_source s where s.id = p_account) d
   where in_scope(d.organization_path)
$$;

-- Takes a confirmed recovery's amount back, level by level, each under a key of its own: the same recovery again posts nothing more. Behind
-- the recovery's row all accounts that it touches are locked in id order, before the first posting.
create function ledger_recover(p_recovery uuid, p_actor text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_recovery recovery;
  v_hop      record;
begin
  select * into v_recovery from recovery where id = p_recovery and status = 'EXECUTED' for no key update;
  if not found then
    raise exception 'recovery % is not to be executed', p_recovery using errcode = '23514', constraint = 'recovery_executed';
  end if;
  perform from ledger_account
    where id in (v_recovery.budget_id, v_recovery.allocation_id, case when v_recovery.to_level <> 'ALLOCATION' then v_recovery.source_id end)
    order by id for no key update;
  for v_hop in
    select h.level, h.from_account, h.to_account, case h.level when 'TREASURY' then 'RETURN_TO_TREASURY' else 'CLAWBACK' end as kind
      from (values (1, 'ALLOCATION', v_recovery.budget_id, v_recovery.allocation_id),
                   (2, 'SOURCE', v_recovery.allocation_id, v_recovery.source_id),
                   (3, 'TREASURY', v_recovery.source_id, '00000000-0000-0000-0000-00000000000b'::uuid)) as h (step, level, from_account, to_account)
     where h.from_account is not null and h.step <= case v_recovery.to_level when 'ALLOCATION' then 1 when 'SOURCE' then 2 else 3 end
     order by h.step
  loop
    perform ledger_post('recovery:' || p_recovery || ':' || v_hop.level, v_hop.kind, v_hop.from_account, v_hop.to_account,
                        v_recovery.amount_fen, v_recovery.status_on, p_actor);
  end loop;
end $$;

revoke all on function recoverable(uuid), ledger_recover(uuid, text) from public;
grant execute on function recoverable(uuid), ledger_recover(uuid, text) to ${application};
