-- V191: who entered the present version of an aggregate, and the posts that members hold, wherever they hold them.
-- Why:      the root has no superior; where a superior acts, a second person there does, never the one of the step before. And
--           posts end when their holder leaves: who enters his death at the branch does not see his post in the county.
-- Cost:     two functions and a policy for the owner alone. The one is asked at the root alone, the other for each leaving; each
--           is one look at an index.
-- Deploy:   before the code that asks them.
-- Rejected: a column with the author on every table: the trail knows him already, of creation and import too, and nobody
--           can tidy it. A trigger on the member: the post's event and step come from the service. A nightly run: a day with a
--           dead secretary would be read in between.
create function entered_last(of_id uuid) returns text language sql stable security definer set search_path = public as $$
  select e.client || '/' || e.actor from audit_entry e
  where e.object_id = of_id and e.result = 'DONE' and (e.object_version is not null or e.action = 'silent-write')
  order by e.at desc, e.object_version desc nulls last limit 1
$$;
revoke execute on function entered_last from public;
grant execute on function entered_last to ${application};

create function open_posts_of(members uuid[]) returns table (id uuid, member_id uuid, path text)
language plpgsql stable security definer set search_path = public as $$
begin
  return query select p.id, p.member_id, p.organization_path from post p where p.member_id = any (members) and p.held_to is null;
end $$;
create policy post_located on post for select to current_user using (true);
revoke execute on function open_posts_of from public;
grant execute on function open_posts_of to ${application};
