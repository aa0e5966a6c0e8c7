-- V241: dues of a month go by the roll at its end, whoever asks and wherever the member stands now.
-- Why:      a month before a transfer was assessed by the amounts of the branch where the member stands today, which the branch of
--           that month may never have had; a correction put his arrears down to today's branch; and who had gone out of a clerk's
--           sight counted as unpaid and as not exempt in what his former branch has closed.
-- Cost:     three functions and three policies for the owner alone. Each reads by index the periods of the members it is asked about,
--           the place of their branches then, and the amounts in force, some dozens.
-- Deploy:   before the code that asks. What was assessed stays; another person supersedes what was assessed by the wrong branch.
-- Rejected: the branch on the assessment: the roll says it already, and would say something else when a transfer is entered late.
--           Refusing a month in which he stood on no roll: a register that begins within a campaign has no roll of the months before.
create function local_dues_amounts_of(of_members uuid[], of_months date[], of_categories text[])
returns table (member_id uuid, month date, category text, id uuid, least_fen bigint, most_fen bigint)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select n.member_id, n.month, n.category, a.id, a.least_fen, a.most_fen
    from unnest(of_members, of_months, of_categories) as n (member_id, month, category)
    cross join lateral (select (n.month + interval '1 month')::date as next_month) e
    -- The roll on which he stood at the end of the month, else the one that he left last before it, else his first.
    cross join lateral (
      select r.organization_id from roll_period r where r.member_id = n.member_id
      order by r.on_roll_from >= e.next_month, abs(r.on_roll_from - e.next_month) limit 1) r
    -- Where that branch was then, likewise.
    cross join lateral (
      select p.path_then from organization_period p where p.organization_id = r.organization_id
      order by p.valid_from >= e.next_month, abs(p.valid_from - e.next_month) limit 1) b
    cross join lateral (
      select d.id, d.least_fen, d.most_fen
      from local_dues_amount d join organization_period p on p.organization_id = d.organization_id
        and p.valid_from < e.next_month and (p.valid_to is null or p.valid_to >= e.next_month)
      where d.category = n.category and d.state in ('ADOPTED', 'ENDED')
        and d.effective_from <= n.month and (d.effective_to is null or d.effective_to > n.month)
        and starts_with(b.path_then, p.path_then)
      order by length(p.path_then) desc limit 1) a;
end $$;

-- The branch that closed the first month from then on which a member owes, paid or not; null when he owes none.
create function dues_owed_first(of_member uuid, since date) returns uuid
language plpgsql stable security definer set search_path = public as $$
begin
  return (
    select c.organization_id
    from roll_period r join dues_closing c on c.organization_id = r.organization_id
      and r.on_roll_from < c.month + interval '1 month' and (r.on_roll_to is null or r.on_roll_to >= c.month + interval '1 month')
    where r.member_id = of_member and c.month >= since
      and not exists (select from dues_reduction d where d.member_id = r.member_id and d.state = 'APPROVED'
                        and d.basis_points_off = 10000 and d.from_month <= c.month and d.to_month >= c.month)
    order by c.month limit 1);
end $$;

-- Who of a branch's roll at the end of a month was not wholly exempt, and who of these has paid through it: by the receipts of a
-- day, or by all of them where no day is given.
create function dues_of(branch uuid, of_month date, by_day date) returns table (due bigint, paid bigint)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select count(*), count(*) filter (where case when by_day is null
      then (select s.paid_through from dues_standing s where s.member_id = r.member_id)
      else (select t.paid_through from dues_receipt t where t.member_id = r.member_id and t.received_on <= by_day
            order by t.id desc limit 1) end >= of_month)
    from party_organization o
    join roll_period r on r.organization_path = o.organization_path and r.organization_id = o.id
    where o.id = branch and r.on_roll_from < of_month + interval '1 month'
      and (r.on_roll_to is null or r.on_roll_to >= of_month + interval '1 month')
      and not exists (select from dues_reduction d where d.member_id = r.member_id and d.state = 'APPROVED'
                        and d.basis_points_off = 10000 and d.from_month <= of_month and d.to_month >= of_month);
end $$;

create policy local_dues_amount_located on local_dues_amount for select to current_user using (true);
create policy dues_standing_located on dues_standing for select to current_user using (true);
create policy dues_receipt_located on dues_receipt for select to current_user using (true);
revoke execute on function local_dues_amounts_of, dues_owed_first, dues_of from public;
grant execute on function local_dues_amounts_of, dues_owed_first, dues_of to ${application};
