-- V225: a journal is listed and read with what it moved, by those whose money it is.
-- Why:      the ledger showed single movements by level; whoever looks for a clerk's error looks for the whole journal, its kind, its accounts
--           and whether it was reversed. A journal has no path, and the place of its money was known by looking at its transfers, its accounts
--           and their documents, one after another, for each row of a page.
-- Cost:     one row a journal, written with its transfers; fills itself from those that are there (a second for 300,000).
-- Deploy:   before the version of the service that lists journals; the version before posts as it did.
-- Rejected: a view that looks the place up (a village's page would walk the whole ledger); a column of the journal (it is written before its
--           transfers and never changed, and a place moves with its organization).
create table journal_place (
  journal_id        bigint constraint journal_place_pk primary key constraint journal_place_journal_fk references ledger_journal,
  organization_path text collate "C" not null,                    -- of the lowest document whose account it moves
  from_account      uuid   not null,
  to_account        uuid   not null,
  amount_fen        bigint not null,
  line_count        int    not null                               -- payee lines; 0 where no payee is paid
);
create index journal_place_by_path on journal_place (organization_path, journal_id);
create index journal_place_by_from on journal_place (from_account, journal_id);
create index journal_place_by_to on journal_place (to_account, journal_id);

insert into journal_place
select m.journal_id, coalesce(b.organization_path, a.organization_path, s.organization_path), m.from_account, m.to_account, m.amount_fen, m.line_count
  from (select journal_id, from_account, to_account, sum(amount_fen)::bigint as amount_fen, count(payment_id)::int as line_count
          from ledger_transfer group by journal_id, from_account, to_account) m
  left join project_budget b on b.id in (m.from_account, m.to_account)
  left join fund_allocation a on a.id in (m.from_account, m.to_account)
  left join fund_source s on s.id in (m.from_account, m.to_account);

-- All transfers of a journal are written by one statement and share their accounts.
create function journal_placed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into journal_place
  select m.journal_id, coalesce((select b.organization_path from project_budget b where b.id in (m.from_account, m.to_account)),
                                (select a.organization_path from fund_allocation a where a.id in (m.from_account, m.to_account)),
                                (select s.organization_path from fund_source s where s.id in (m.from_account, m.to_account))),
         m.from_account, m.to_account, m.amount_fen, m.line_count
    from (select journal_id, from_account, to_account, sum(amount_fen)::bigint as amount_fen, count(payment_id)::int as line_count
            from written group by journal_id, from_account, to_account) m;
  return null;
end $$;
create trigger journal_placed after insert on ledger_transfer referencing new table as written for each statement execute function journal_placed();
revoke all on function journal_placed() from public;

alter table journal_place enable row level security;
create policy journal_place_subtree on journal_place for select to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
grant select on journal_place to ${application};

-- What else is told of a journal; asked beside its place, whose policy decides who sees it. Where a fund source's money is touched, the source's
-- organization decides, though the journal is the receiving county's.
create view posted_journal as
select j.id, j.kind, j.disbursement_id, j.occurred_on, (j.created_at at time zone 'Asia/Shanghai')::date as recorded_on, j.actor, j.reason,
       j.reverses, r.id as reversed_by,
       (select s.organization_path from journal_place p join fund_source s on s.id in (p.from_account, p.to_account) where p.journal_id = j.id) as source_path
  from ledger_journal j left join ledger_journal r on r.reverses = j.id;
grant select on posted_journal to ${application};
