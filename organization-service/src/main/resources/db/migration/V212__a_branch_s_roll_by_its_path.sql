-- V212: how many full members a branch has is read from its own roll.
-- Why:      the roll is indexed by path, and the function asked by the branch's id alone: each step of a branch read the rolls of
--           the whole city, 24 ms instead of 10 with 180,000 members.
-- Cost:     replaces a function. - Deploy: any time.
-- Rejected: an index by the branch's id beside the one by its path: every import and every move of a county would pay for it.
create or replace function full_members_on(branch uuid, day date) returns bigint
language sql stable set search_path = public as $$
  select count(*) from party_organization o
  join roll_period r on r.organization_path = o.organization_path and r.organization_id = o.id
  join party_member m on m.id = r.member_id
  where o.id = branch and r.on_roll_from <= day and (r.on_roll_to is null or r.on_roll_to > day)
    and m.member_type = 'FULL' and m.full_since <= day
$$;
