-- V258: a member who moves with his branch is not counted anew.
-- Why:      the counts kept each member's row before and after in every statement that changes members, to group them and find nothing changed
--           when a county moves: 15,000 wide rows twice, a sixth of that table's part of the move.
-- Cost:     replaces a trigger and its function. A statement that changes what is counted of many members leaves a row of changes for
--           each instead of one for each branch, until they are folded.
-- Deploy:   any time.
-- Rejected: a column list on the trigger by statement: triggers with rows before and after have none.
create or replace function member_counts() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into register_delta (organization_path, county, sector, type, organizations, members, full_members)
    select o.organization_path, left(o.area_code, 6), coalesce(o.sector, '-'), o.type, 0, count(*), count(*) filter (where m.member_type = 'FULL')
    from fresh m join party_organization o on o.id = m.organization_id
    where m.status = 'ACTIVE' group by o.id;
  else
    insert into register_delta (organization_path, county, sector, type, organizations, members, full_members)
    select o.organization_path, left(o.area_code, 6), coalesce(o.sector, '-'), o.type, 0, sum(c.members), sum(c.full_members)
    from (values (old.organization_id, -(old.status = 'ACTIVE')::int, -(old.status = 'ACTIVE' and old.member_type = 'FULL')::int),
                 (new.organization_id, (new.status = 'ACTIVE')::int, (new.status = 'ACTIVE' and new.member_type = 'FULL')::int))
         as c (organization_id, members, full_members)
    join party_organization o on o.id = c.organization_id
    group by o.id having sum(c.members) <> 0 or sum(c.full_members) <> 0;
  end if;
  return null;
end $$;
drop trigger member_counts_go_on on party_member;
create trigger member_counts_go_on after update on party_member for each row
  when (old.status <> new.status or old.member_type <> new.member_type or old.organization_id <> new.organization_id)
  execute function member_counts();
