-- V200: how many of the elected are gone when an election is confirmed.
-- Why:      between the vote and its confirmation a member may die, leave his roll or go to another organization; who is gone takes
--           no post. Where he went the superior who confirms may not see.
-- Cost:     a function that counts and names nobody, and a policy for the owner alone; asked at each confirmation.
-- Deploy:   before the code that asks.
-- Rejected: asking the rows that the caller sees: whom he does not see may as well have been sent from elsewhere, as first
--           secretaries are, and is not gone. - Ending the election when the member leaves: the superior decides what becomes of it.
create function gone_since(of_members uuid[], below text, since date) returns integer
language plpgsql stable security definer set search_path = public as $$
declare
  beyond text := rtrim(below, '/') || '0';
begin
  return (select count(*) from party_member m where m.id = any (of_members) and (m.status <> 'ACTIVE'
    or not (m.organization_path >= below and m.organization_path < beyond) and exists (
      select from roll_period r where r.member_id = m.id and r.on_roll_to >= since
        and r.organization_path >= below and r.organization_path < beyond)));
end $$;
create policy roll_period_followed on roll_period for select to current_user using (true);
revoke execute on function gone_since from public;
grant execute on function gone_since to ${application};
