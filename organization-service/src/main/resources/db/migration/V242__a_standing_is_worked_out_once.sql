-- V242: the newest standing of a member is worked out once for each member told of, not once to compare and once to write.
-- Why:      a batch of events looked at every standing and every time to correct of each of its members twice.
-- Cost:     replaces a function. - Deploy: any time.
-- Rejected: writing without comparing: a batch that is read again would write every member's row for nothing. A plain subquery: the
--           planner takes it apart and asks twice again.
create or replace function standings_come() returns trigger language plpgsql security definer set search_path = public as $$
declare
  told uuid[] := array(select distinct member_id from fresh);
begin
  if told = '{}' then
    return null;
  end if;
  perform pg_advisory_xact_lock_shared(hashtext('zhixing-tree'));
  perform from party_member where id = any (told) order by id for no key update;
  with newest as materialized (select t.id, newest_standing(t.id) as standing from unnest(told) as t (id))
  update party_member m set standing = n.standing from newest n where m.id = n.id and m.standing is distinct from n.standing;
  return null;
end $$;
