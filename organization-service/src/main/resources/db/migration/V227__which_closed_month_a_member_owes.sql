-- V227: which closed month a member owes, and who stood on a branch's roll at the end of a month.
-- Why:      a receipt was judged by what the member's present branch has closed: whoever came in arrears from another branch made
--           them good by any payment. What he owes was closed by the branches on whose rolls he stood, which whoever receives from
--           him need not see. And a branch could not close a month while one of its roll had gone where its clerk does not see.
-- Cost:     two functions and two policies for the owner alone. The first reads by index the periods of the members asked about and
--           the closings of their branches; the second the roll of one branch, once for each closing.
-- Deploy:   before the code that asks.
-- Rejected: the month on the row of the arrears: every closing would write it for whoever is behind, and a correction would not
--           know it of whoever is not. Asking the rows that the caller sees: the same receipt would clear or not by who enters it.
create function dues_owed_through(of_members uuid[]) returns table (member_id uuid, month date)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select r.member_id, max(c.month)
    from roll_period r join dues_closing c on c.organization_id = r.organization_id
      and r.on_roll_from < c.month + interval '1 month' and (r.on_roll_to is null or r.on_roll_to >= c.month + interval '1 month')
    where r.member_id = any (of_members)
      and not exists (select from dues_reduction d where d.member_id = r.member_id and d.state = 'APPROVED'
                        and d.basis_points_off = 10000 and d.from_month <= c.month and d.to_month >= c.month)
    group by r.member_id;
end $$;
create function roll_at_end_of(branch uuid, of_month date) returns table (member_id uuid, path text)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select m.id, m.organization_path
    from party_organization o
    join roll_period r on r.organization_path = o.organization_path and r.organization_id = o.id
    join party_member m on m.id = r.member_id
    where o.id = branch and r.on_roll_from < of_month + interval '1 month'
      and (r.on_roll_to is null or r.on_roll_to >= of_month + interval '1 month');
end $$;
create policy dues_closing_located on dues_closing for select to current_user using (true);
create policy dues_reduction_located on dues_reduction for select to current_user using (true);
revoke execute on function dues_owed_through, roll_at_end_of from public;
grant execute on function dues_owed_through, roll_at_end_of to ${application};
