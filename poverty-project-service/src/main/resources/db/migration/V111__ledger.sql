-- V111: the ledger: accounts, journals, reservations, and the only functions that move money.
-- Why:      a ceiling is a CHECK on one row that every writer must update; money posted is never changed; the application may execute the
--           functions and write nothing itself.
-- Cost:     one guarded row a document, one row a transfer. Summing a million transfers by kind takes 0.3 s, so no figure is kept beside them.
-- Deploy:   with V110.
-- Rejected: SUM then INSERT (wrong: overpaid in races, at READ COMMITTED and REPEATABLE READ); two postings with a deferred zero-sum trigger
--           (0.7-1 of the speed); a balance row for outside accounts (0.3); SERIALIZABLE with retries (0.15).
-- Lock order, always: project, fund source, disbursement, its payment lines, reservation, accounts by id, obligations by id; unallocated_return
-- before all of them. Nothing here can deadlock while callers keep to it. Every refusal carries a constraint name, raised ones too.

-- An account has the id of the document it belongs to, so nobody needs a lookup. The three outside accounts have fixed ids and no balance:
-- a balance row there would be locked by every payment of the city (measured: throughput falls to a third).
create table ledger_account (
  id        uuid    constraint ledger_account_pk primary key,
  kind      text    not null constraint account_kind check (kind in ('SOURCE', 'ALLOCATION', 'BUDGET', 'EXTERNAL', 'PAID', 'TREASURY')),
  parent_id uuid    constraint ledger_account_parent_fk references ledger_account,
  guarded   boolean not null generated always as (kind in ('SOURCE', 'ALLOCATION', 'BUDGET')) stored,
  closed    boolean not null default false,
  credits   bigint  not null default 0,                           -- all that ever came in
  debits    bigint  not null default 0,                           -- all that ever went out
  reserved  bigint  not null default 0,                           -- approved, not yet paid
  constraint account_has_parent  check ((kind in ('ALLOCATION', 'BUDGET')) = (parent_id is not null)),
  constraint amounts_not_negative check (credits >= 0 and debits >= 0 and reserved >= 0),
  constraint outside_has_no_balance check (guarded or (credits = 0 and debits = 0 and reserved = 0)),
  constraint only_budgets_reserve check (reserved = 0 or kind = 'BUDGET'),
  constraint no_overdraw     check (not guarded or debits + reserved <= credits),   -- the one ceiling: sources, allocations and budgets alike
  constraint closed_is_empty check (not closed or (reserved = 0 and debits = credits))  -- refuses every posting on a closed account too
) with (fillfactor = 70);                                         -- room for in-page updates

insert into ledger_account (id, kind) values
  ('00000000-0000-0000-0000-00000000000e', 'EXTERNAL'),           -- where money comes from
  ('00000000-0000-0000-0000-00000000000a', 'PAID'),               -- paid out to payees
  ('00000000-0000-0000-0000-00000000000b', 'TREASURY');           -- given back to the treasury

create table ledger_route (                                       -- the only ways money may go: it cannot skip a level or change its parent
  kind        text not null,
  from_kind   text not null,
  to_kind     text not null,
  parent_link text not null constraint ledger_route_parent_link check (parent_link in ('TO_CHILD', 'TO_PARENT', 'NONE')),
  constraint ledger_route_pk primary key (kind, from_kind, to_kind)
);
insert into ledger_route values
  ('APPROPRIATE',        'EXTERNAL',   'SOURCE',     'NONE'),
  ('ALLOCATE',           'SOURCE',     'ALLOCATION', 'TO_CHILD'),
  ('BUDGET',             'ALLOCATION', 'BUDGET',     'TO_CHILD'),
  ('PAY',                'BUDGET',     'PAID',       'NONE'),
  ('REFUND',             'PAID',       'BUDGET',     'NONE'),
  ('CLAWBACK',           'BUDGET',     'ALLOCATION', 'TO_PARENT'),
  ('CLAWBACK',           'ALLOCATION', 'SOURCE',     'TO_PARENT'),
  ('RETURN_TO_TREASURY', 'SOURCE',     'TREASURY',   'NONE');

create table ledger_journal (                                     -- one business fact
  id              bigint      constraint ledger_journal_pk primary key generated always as identity,
  dedup_key       text        not null constraint dedup_key_once unique,
  kind            text        not null constraint journal_kind check (kind in
    ('APPROPRIATE', 'ALLOCATE', 'BUDGET', 'PAY', 'REFUND', 'CLAWBACK', 'RETURN_TO_TREASURY', 'REVERSAL')),
  reverses        bigint      constraint reversed_once unique constraint ledger_journal_reverses_fk references ledger_journal,
  disbursement_id uuid,
  occurred_on     date        not null,                           -- the document's or the bank's day: periods and ageing use this
  actor           text        not null,
  reason          text,
  created_at      timestamptz not null default now(),             -- the day of entry: "as known at" uses this
  constraint reversal_names_original check ((kind = 'REVERSAL') = (reverses is not null)),
  constraint payment_names_order     check (kind = 'REVERSAL' or (kind in ('PAY', 'REFUND')) = (disbursement_id is not null)),
  constraint ledger_journal_kind_of unique (id, kind)
);

create table ledger_transfer (                                    -- both legs in one row: balanced by construction, no zero-sum trigger
  id           bigint constraint ledger_transfer_pk primary key generated always as identity,
  journal_id   bigint not null,
  kind         text   not null,                                   -- the journal's, by the key below
  from_account uuid   not null,                                   -- no foreign key: ledger_post has read the accounts, and the keys
  to_account   uuid   not null,                                   --   cost two fifths of the batch throughput on a hot budget (measured)
  amount_fen   bigint not null constraint transfer_amount check (amount_fen > 0),
  payment_id   uuid,
  constraint ledger_transfer_journal_fk foreign key (journal_id, kind) references ledger_journal (id, kind),
  constraint transfer_moves check (from_account <> to_account)
);
create index ledger_transfer_by_journal on ledger_transfer (journal_id);
create index ledger_transfer_by_from on ledger_transfer (from_account);
create index ledger_transfer_by_to on ledger_transfer (to_account);
create unique index payment_paid_once     on ledger_transfer (payment_id) where kind = 'PAY';
create unique index payment_refunded_once on ledger_transfer (payment_id) where kind = 'REFUND';

create table ledger_reservation (                                 -- one per disbursement: what approval set aside and what became of it
  disbursement_id uuid        constraint reserved_once primary key constraint ledger_reservation_disbursement_fk references disbursement,
  account_id      uuid        not null constraint ledger_reservation_account_fk references ledger_account,
  amount_fen      bigint      not null constraint reservation_amount check (amount_fen > 0),
  paid_fen        bigint      not null default 0,
  released_fen    bigint      not null default 0,
  refunded_fen    bigint      not null default 0,                 -- came back after having been paid: free again, not reserved again
  reserved_on     date        not null,                           -- business days: the order's approval, its cancellation or last answer
  reserved_by     text        not null,
  reserved_at     timestamptz not null default now(),
  released_on     date,
  released_by     text,
  released_at     timestamptz,
  constraint within_reservation check (paid_fen >= 0 and released_fen >= 0 and paid_fen + released_fen <= amount_fen),
  constraint within_paid        check (refunded_fen between 0 and paid_fen),
  constraint released_whole     check ((released_at is null) = (released_by is null) and (released_at is null) = (released_on is null)
                                       and (released_at is not null or released_fen = 0))
);
create index ledger_reservation_by_account on ledger_reservation (account_id);

create table recovery (                                           -- 资金收回: executed by CLAWBACK, at source level by RETURN_TO_TREASURY
  id           uuid   constraint recovery_pk primary key,
  organization_path text collate "C" not null,
  kind         text   not null constraint recovery_kind check (kind in ('SURPLUS', 'IDLE', 'MISUSE')),
  account_id   uuid   not null constraint recovery_account_fk references ledger_account,
  amount_fen   bigint not null constraint recovery_amount check (amount_fen > 0),
  to_level     text   not null constraint recovery_level check (to_level in ('ALLOCATION', 'SOURCE', 'TREASURY')),
  reason       text   not null,
  document_no  text,
  status       text   not null default 'PROPOSED' constraint recovery_status check (status in ('PROPOSED', 'CONFIRMED', 'EXECUTED', 'DISMISSED')),
  status_on    date   not null,
  proposed_by  text   not null,
  confirmed_by text,
  version      bigint not null default 1,
  constraint recovery_four_eyes check (confirmed_by is null or confirmed_by <> proposed_by),
  constraint recovery_confirmer_named check (status in ('PROPOSED', 'DISMISSED') or confirmed_by is not null)
);
create index recovery_by_account on recovery (account_id);

create table unallocated_return (                                 -- 退回待处理: the bank gave a line back after its budget was closed
  id           uuid   constraint unallocated_return_pk primary key,
  organization_path text collate "C" not null,
  payment_id   uuid   not null constraint return_once unique constraint unallocated_return_payment_fk references payment,
  bank_file_id text   not null,
  bank_ref     text   not null constraint return_bank_ref_once unique,
  returned_on  date   not null,
  status       text   not null default 'RECEIVED' constraint return_status check (status in ('RECEIVED', 'REOPEN_REQUESTED', 'REOPENED', 'POSTED')),
  status_on    date   not null,
  requested_by text,
  approved_by  text,
  document_no  text,
  journal_id   bigint constraint return_posted_once unique constraint unallocated_return_journal_fk references ledger_journal,
  version      bigint not null default 1,
  constraint reopening_four_eyes check (approved_by is null or (requested_by is not null and approved_by <> requested_by)),
  constraint reopening_named     check ((status = 'RECEIVED' or (requested_by is not null and document_no is not null))
                                        and (status not in ('REOPENED', 'POSTED') or approved_by is not null)),
  constraint posted_names_journal check ((status = 'POSTED') = (journal_id is not null))
);

-- Nothing posted changes; every step has its day; a line moves one way.

create function ledger_immutable() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only; post a reversal', tg_table_name using errcode = '23001', constraint = 'ledger_append_only';
end $$;
create trigger append_only before update or delete or truncate on ledger_journal     for each statement execute function ledger_immutable();
create trigger append_only before update or delete or truncate on ledger_transfer    for each statement execute function ledger_immutable();
create trigger never_gone  before delete or truncate           on ledger_account     for each statement execute function ledger_immutable();
create trigger never_gone  before delete or truncate           on ledger_reservation for each statement execute function ledger_immutable();

create function business_today() returns date language sql stable return (now() at time zone 'Asia/Shanghai')::date;

-- The column named by the first argument is the business day of the row's last step.
create function step_in_order() returns trigger language plpgsql as $$
declare
  v_on     constant date := (to_jsonb(new) ->> tg_argv[0])::date;
  v_before constant date := case when tg_op = 'UPDATE' then (to_jsonb(old) ->> tg_argv[0])::date end;
begin
  if v_on > business_today() or v_on < v_before then
    raise exception '%: a step on % after one on %', tg_table_name, v_on, v_before using errcode = '23514', constraint = 'step_in_order';
  end if;
  return new;
end $$;
create trigger step_in_order before insert or update on fund_source        for each row execute function step_in_order('status_on');
create trigger step_in_order before insert or update on project            for each row execute function step_in_order('status_on');
create trigger step_in_order before insert or update on disbursement       for each row execute function step_in_order('status_on');
create trigger step_in_order before insert or update on recovery           for each row execute function step_in_order('status_on');
create trigger step_in_order before insert or update on unallocated_return for each row execute function step_in_order('status_on');
create trigger step_in_order before insert or update on public_notice      for each row execute function step_in_order('closed_on');
create trigger step_in_order before insert           on fund_allocation    for each row execute function step_in_order('allocated_on');
create trigger step_in_order before insert           on acceptance         for each row execute function step_in_order('held_on');

-- A bank's answer is written once. REVERSED, and the way back from RETURNED, belong to ledger_reverse: nobody else may write them.
create function line_step() returns trigger language plpgsql as $$
begin
  if not ((old.status, new.status) in (('PENDING', 'PAID'), ('PENDING', 'FAILED'), ('PAID', 'RETURNED'))
          or (old.status, new.status) in (('PAID', 'REVERSED'), ('RETURNED', 'PAID'))
             and current_user = (select r.rolname from pg_class c join pg_roles r on r.oid = c.relowner where c.oid = tg_relid)) then
    raise exception 'payee line % may not go from % to %', new.id, old.status, new.status using errcode = '23514', constraint = 'line_step';
  end if;
  return new;
end $$;
create trigger line_step before update of status on payment for each row when (old.status <> new.status) execute function line_step();

-- A document is born with its account.

create function ledger_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into ledger_account (id, kind, parent_id) values (new.id, tg_argv[0], (to_jsonb(new) ->> tg_argv[1])::uuid);
  return null;
end $$;
create trigger open_account after insert on fund_source     for each row execute function ledger_open('SOURCE');
create trigger open_account after insert on fund_allocation for each row execute function ledger_open('ALLOCATION', 'source_id');
create trigger open_account after insert on project_budget  for each row execute function ledger_open('BUDGET', 'allocation_id');

create function ledger_close(p_account uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update ledger_account set closed = true where id = p_account and guarded;
  if not found then raise exception 'no such account %', p_account using errcode = '23503', constraint = 'account_exists'; end if;
end $$;

-- The only way to open a closed account again: for one returned line, asked for by one person and approved by another. It opens the line's budget and
-- what is closed above it, so that REFUND, CLAWBACK and closing again fit into one transaction.
create function ledger_reopen(p_return uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_budget uuid;
begin
  select d.budget_id into v_budget
    from unallocated_return u join payment p on p.id = u.payment_id join disbursement d on d.id = p.disbursement_id
   where u.id = p_return and u.status = 'REOPENED' for no key update of u;
  if not found then
    raise exception 'reopening for return % is not approved', p_return using errcode = '23514', constraint = 'reopening_approved';
  end if;
  with recursive chain as (
    select id, parent_id from ledger_account where id = v_budget
    union all select a.id, a.parent_id from ledger_account a join chain c on a.id = c.parent_id)
  update ledger_account set closed = false
   where id in (select l.id from ledger_account l where l.id in (select id from chain) and l.closed order by l.id for no key update);
end $$;

-- Moving money.

-- Internal. Locks the guarded accounts in id order, then moves the amount. The UPDATE carries no condition that could skip a row in silence: a
-- closed or short account must fail its CHECK, not be passed over (that once wrote journals without balances).
create function ledger_move(p_from uuid, p_to uuid, p_amount bigint, p_from_reservation bigint) returns void
language plpgsql as $$
begin
  perform from ledger_account where id in (p_from, p_to) and guarded order by id for no key update;
  update ledger_account
     set credits  = credits  + case when id = p_to   then p_amount           else 0 end,
         debits   = debits   + case when id = p_from then p_amount           else 0 end,
         reserved = reserved - case when id = p_from then p_from_reservation else 0 end
   where id in (p_from, p_to) and guarded;
  if not found then raise exception 'no guarded account among % and %', p_from, p_to using errcode = '23503', constraint = 'account_exists'; end if;
end $$;

-- Internal. What a journal's lines settle or unsettle: after the accounts, obligations in id order. The caller's service reads the new versions and
-- publishes them.
create function ledger_settle(p_journal bigint) returns void
language plpgsql as $$
begin
  perform from obligation where id in (select p.obligation_id from ledger_transfer t join payment p on p.id = t.payment_id where t.journal_id = p_journal)
    order by id for no key update;
  update obligation o set settled_fen = o.settled_fen + s.fen, version = o.version + 1
    from (select p.obligation_id, sum(case e.kind when 'PAY' then e.amount_fen else -e.amount_fen end)::bigint as fen
            from ledger_entry e join payment p on p.id = e.payment_id
           where e.journal_id = p_journal and p.obligation_id is not null group by p.obligation_id) s
   where o.id = s.obligation_id;
end $$;

-- Posts one journal. The same key with the same content answers the same journal; with other content it is refused.
-- PAY and REFUND name the disbursement and the payee lines, already marked PAID or RETURNED; the lines must add up to the amount. PAY wants the order
-- SENT and consumes its reservation. The order's row is locked before the key, so that callers which lock it first never meet one another there.
create function ledger_post(p_key text, p_kind text, p_from uuid, p_to uuid, p_amount bigint, p_on date, p_actor text,
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
                        where t.journal_id = j.id and t.from_account = p_from and t.to_account = p_to);
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

-- Undoes a journal, whole and once: the mirror image is copied from the original, so it cannot be another amount or another account.
-- A reversed PAY leaves its lines REVERSED and frees the money without reserving it again; to pay the same person, write a new line in a new order. It is
-- refused when one of its lines has been returned. A reversed REFUND leaves its lines PAID; they can have no second one.
create function ledger_reverse(p_key text, p_journal bigint, p_on date, p_actor text, p_reason text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_old     ledger_journal;
  v_journal bigint;
  v_from    uuid;
  v_to      uuid;
  v_amount  bigint;
  v_lines   bigint;
begin
  select * into v_old from ledger_journal where id = p_journal and kind <> 'REVERSAL';
  if not found then raise exception 'journal % cannot be reversed', p_journal using errcode = '23514', constraint = 'reversible'; end if;
  perform from disbursement where id = v_old.disbursement_id for no key update;

  insert into ledger_journal (dedup_key, kind, reverses, disbursement_id, occurred_on, actor, reason)
  values (p_key, 'REVERSAL', p_journal, v_old.disbursement_id, p_on, p_actor, p_reason)
      on conflict (dedup_key) do nothing returning id into v_journal;
  if v_journal is null then
    select id into v_journal from ledger_journal where dedup_key = p_key and reverses = p_journal;
    if not found then raise exception 'key % was used for another posting', p_key using errcode = '23505', constraint = 'dedup_key_same_content'; end if;
    return v_journal;
  end if;

  if p_on > business_today() or p_on < v_old.occurred_on then
    raise exception 'a reversal on % of a journal of %', p_on, v_old.occurred_on using errcode = '23514', constraint = 'step_in_order';
  end if;
  if v_old.kind in ('PAY', 'REFUND') then
    perform from payment where id in (select payment_id from ledger_transfer where journal_id = p_journal) order by id for no key update;
    update payment set status = case v_old.kind when 'PAY' then 'REVERSED' else 'PAID' end, returned_on = null
     where id in (select payment_id from ledger_transfer where journal_id = p_journal)
       and status = case v_old.kind when 'PAY' then 'PAID' else 'RETURNED' end;
    get diagnostics v_lines = row_count;
    if v_lines <> (select count(*) from ledger_transfer where journal_id = p_journal) then
      raise exception 'a line of journal % has moved on', p_journal using errcode = '23514', constraint = 'reversible';
    end if;
  end if;

  insert into ledger_transfer (journal_id, kind, from_account, to_account, amount_fen, payment_id)
  select v_journal, 'REVERSAL', to_account, from_account, amount_fen, payment_id from ledger_transfer where journal_id = p_journal;
  select from_account, to_account, sum(amount_fen)::bigint into strict v_from, v_to, v_amount   -- all transfers of a journal share their accounts
    from ledger_transfer where journal_id = v_journal group by from_account, to_account;

  if v_old.kind in ('PAY', 'REFUND') then
    update ledger_reservation set refunded_fen = refunded_fen + case v_old.kind when 'PAY' then v_amount else -v_amount end
     where disbursement_id = v_old.disbursement_id;
  end if;
  perform ledger_move(v_from, v_to, v_amount, 0);
  if v_old.kind in ('PAY', 'REFUND') then perform ledger_settle(v_journal); end if;
  return v_journal;
end $$;

-- Sets an approved disbursement's amount aside, once. Amount, budget and day come from the disbursement, not from the caller. The shared locks on the
-- project and on the fund source make a suspension or a freeze and an approval wait for one another: whichever commits first decides.
create function ledger_reserve(p_disbursement uuid, p_actor text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_budget uuid;
  v_amount bigint;
  v_on     date;
begin
  perform from project where id = (select b.project_id from disbursement d join project_budget b on b.id = d.budget_id where d.id = p_disbursement)
                         and status in ('FUNDED', 'IN_PROGRESS', 'COMPLETED', 'ACCEPTED') for share;
  if not found then
    raise exception 'the project of disbursement % takes no money now', p_disbursement using errcode = '23514', constraint = 'project_takes_money';
  end if;
  perform from fund_source where id = (select b.source_id from disbursement d join project_budget b on b.id = d.budget_id where d.id = p_disbursement)
                             and status = 'ACTIVE' for share;
  if not found then
    raise exception 'the source of disbursement % is not active', p_disbursement using errcode = '23514', constraint = 'source_pays_money';
  end if;
  select budget_id, amount_fen, status_on into v_budget, v_amount, v_on from disbursement where id = p_disbursement and status = 'APPROVED' for no key update;
  if not found then raise exception 'disbursement % is not approved', p_disbursement using errcode = '23514', constraint = 'disbursement_approved'; end if;

  insert into ledger_reservation (disbursement_id, account_id, amount_fen, reserved_on, reserved_by)
  values (p_disbursement, v_budget, v_amount, v_on, p_actor);
  update ledger_account set reserved = reserved + v_amount where id = v_budget;
  if not found then raise exception 'no account for budget %', v_budget using errcode = '23503', constraint = 'account_exists'; end if;
end $$;

-- Gives back, once, what of a reservation was not paid: all of it on cancellation, the failed lines when the bank has answered for every line.
create function ledger_void(p_disbursement uuid, p_on date, p_actor text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_account  uuid;
  v_released bigint;
  v_reserved date;
begin
  perform from disbursement where id = p_disbursement for no key update;
  update ledger_reservation set released_fen = amount_fen - paid_fen, released_on = p_on, released_by = p_actor, released_at = now()
   where disbursement_id = p_disbursement and released_at is null returning account_id, released_fen, reserved_on into v_account, v_released, v_reserved;
  if not found then raise exception 'disbursement % has no open reservation', p_disbursement using errcode = '23514', constraint = 'released_once'; end if;
  if p_on > business_today() or p_on < v_reserved then
    raise exception 'a release on % of a reservation of %', p_on, v_reserved using errcode = '23514', constraint = 'step_in_order';
  end if;
  update ledger_account set reserved = reserved - v_released where id = v_account;
  if not found then raise exception 'no account %', v_account using errcode = '23503', constraint = 'account_exists'; end if;
  return v_released;
end $$;

-- Reading.

-- What reports sum. A reversal appears as a negative amount of the kind it undoes, in the original's direction, so a plain SUM by kind is net.
-- Never report from credits and debits: they are gross (a clawback raises the parent's credits a second time).
create view ledger_entry as
select t.id, j.id as journal_id, coalesce(o.kind, j.kind) as kind, j.occurred_on, j.created_at, j.disbursement_id, t.payment_id,
       case when o.id is null then t.from_account else t.to_account   end as from_account,
       case when o.id is null then t.to_account   else t.from_account end as to_account,
       case when o.id is null then t.amount_fen   else -t.amount_fen  end as amount_fen
  from ledger_transfer t
  join ledger_journal j on j.id = t.journal_id
  left join ledger_journal o on o.id = j.reverses;

-- What an account holds now; the one view of accounts that the application reads.
create view ledger_balance as
select id, kind, parent_id, closed, credits as credits_fen, debits as debits_fen, reserved as reserved_fen, credits - debits - reserved as available_fen
  from ledger_account where guarded;

-- Empty, or something is wrong: a balance that is not the sum of its transfers.
create view ledger_drift as
select a.id, a.kind, a.credits, i.fen as transferred_in, a.debits, o.fen as transferred_out
  from ledger_account a
  cross join lateral (select coalesce(sum(amount_fen), 0) as fen from ledger_transfer where to_account   = a.id) i
  cross join lateral (select coalesce(sum(amount_fen), 0) as fen from ledger_transfer where from_account = a.id) o
 where a.guarded and (a.credits <> i.fen or a.debits <> o.fen);

-- Empty, or something is wrong. Four comparisons: the account's reserved sum, the reservation against the ledger, the reservation against the papers, the
-- state of each payee line against the ledger.
create view reservation_drift as
select 'ACCOUNT_RESERVED' as what, a.id, a.reserved as stored_fen, coalesce(sum(r.amount_fen - r.paid_fen - r.released_fen), 0) as derived_fen
  from ledger_account a left join ledger_reservation r on r.account_id = a.id
 where a.guarded
 group by a.id having a.reserved <> coalesce(sum(r.amount_fen - r.paid_fen - r.released_fen), 0)
union all
select 'RESERVATION_NET_PAID', r.disbursement_id, r.paid_fen - r.refunded_fen, e.fen
  from ledger_reservation r
  cross join lateral (select coalesce(sum(case kind when 'PAY' then amount_fen else -amount_fen end), 0) as fen
                        from ledger_entry where disbursement_id = r.disbursement_id) e
 where r.paid_fen - r.refunded_fen <> e.fen
union all
select 'DISBURSEMENT_OPEN', d.id, coalesce(r.amount_fen - r.paid_fen - r.released_fen, 0), w.fen
  from disbursement d
  left join ledger_reservation r on r.disbursement_id = d.id
  cross join lateral (select case when d.status in ('APPROVED', 'SENT') then d.amount_fen - coalesce(sum(p.amount_fen), 0) else 0 end as fen
                        from payment p where p.disbursement_id = d.id and p.status in ('PAID', 'RETURNED', 'REVERSED')) w
 where coalesce(r.amount_fen - r.paid_fen - r.released_fen, 0) <> w.fen
union all
select 'LINE_STATE', p.id, case p.status when 'PAID' then p.amount_fen else 0 end, e.fen
  from payment p
  cross join lateral (select coalesce(sum(case kind when 'PAY' then amount_fen else -amount_fen end), 0) as fen, count(*) as moves
                        from ledger_entry where payment_id = p.id) e
 where case p.status when 'PAID' then p.amount_fen else 0 end <> e.fen or (p.status in ('PENDING', 'FAILED')) <> (e.moves = 0);

-- Empty, or something is wrong: an obligation settled by anything but payments.
create view obligation_drift as
select o.id, o.kind, o.settled_fen, e.fen as paid_fen
  from obligation o
  cross join lateral (select coalesce(sum(case l.kind when 'PAY' then l.amount_fen else -l.amount_fen end), 0) as fen
                        from payment p join ledger_entry l on l.payment_id = p.id where p.obligation_id = o.id) e
 where o.settled_fen <> e.fen;
create index ledger_transfer_by_payment on ledger_transfer (payment_id) where payment_id is not null;
create index ledger_journal_by_disbursement on ledger_journal (disbursement_id) where disbursement_id is not null;

-- What figures sum, each beside the row whose path decides who sees it: net amounts, a clawback negative.
create view allocation_entry as
select e.id, e.journal_id, e.kind, case e.kind when 'ALLOCATE' then e.amount_fen else -e.amount_fen end as net_fen, e.occurred_on,
       (e.created_at at time zone 'Asia/Shanghai')::date as recorded_on, case e.kind when 'ALLOCATE' then e.to_account else e.from_account end as allocation_id
  from ledger_entry e join ledger_account s on s.id = case e.kind when 'ALLOCATE' then e.from_account else e.to_account end
 where e.kind in ('ALLOCATE', 'CLAWBACK') and s.kind = 'SOURCE';
create view project_investment as
select e.id, e.journal_id, e.kind, case e.kind when 'BUDGET' then e.amount_fen else -e.amount_fen end as net_fen, e.occurred_on,
       (e.created_at at time zone 'Asia/Shanghai')::date as recorded_on, b.id as budget_id, b.project_id
  from ledger_entry e join project_budget b on b.id = case e.kind when 'BUDGET' then e.to_account else e.from_account end
 where e.kind in ('BUDGET', 'CLAWBACK');
create view payment_entry as
select e.id, e.journal_id, e.kind, case e.kind when 'PAY' then e.amount_fen else -e.amount_fen end as net_fen, e.occurred_on,
       (e.created_at at time zone 'Asia/Shanghai')::date as recorded_on, e.payment_id, p.obligation_id, p.disbursement_id
  from ledger_entry e join payment p on p.id = e.payment_id
 where e.kind in ('PAY', 'REFUND');
