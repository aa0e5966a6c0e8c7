-- V243: a Party group, an absence or a registration that goes on at the successor of a merged organization names the row it goes on.
-- Why:      it went on as another row of another id, and nothing said of which: whoever had kept the former id, a session's group
--           above all, could not follow it, and an absence that went through two mergers was three without a connection.
-- Cost:     a column and a unique index over the rows that have it in each of three tables, and the index by member as a unique one
--           in two. What went on before is filled where it is certain, once over the three tables.
-- Deploy:   before the code that writes it; the version before ignores it, and what it hands over meanwhile names nothing.
-- Rejected: the new id on the old row: the old row ends first, and a key to a row that is not there yet would have to wait for the
--           end of the transaction. A table of both ids: one more look for what is on the row. Keeping the id (V230).
alter table party_group add column continues_id uuid
  constraint party_group_continues_fk references party_group (id)
  constraint party_group_continues_another check (continues_id <> id);
create unique index party_group_continued_once on party_group (continues_id) where continues_id is not null;

-- It is the same member's; one row is gone on by one row, so those of an absence are one chain.
drop index floating_member_by_member;
create unique index floating_member_by_member on floating_member (member_id, id);
alter table floating_member add column continues_id uuid;
alter table floating_member add constraint floating_member_continues_fk
  foreign key (member_id, continues_id) references floating_member (member_id, id);
alter table floating_member add constraint floating_member_continues_another check (continues_id <> id);
create unique index floating_member_continued_once on floating_member (continues_id) where continues_id is not null;

drop index residence_registration_by_member;
create unique index residence_registration_by_member on residence_registration (member_id, id);
alter table residence_registration add column continues_id uuid;
alter table residence_registration add constraint residence_registration_continues_fk
  foreign key (member_id, continues_id) references residence_registration (member_id, id);
alter table residence_registration add constraint residence_registration_continues_another check (continues_id <> id);
create unique index residence_registration_continued_once on residence_registration (continues_id) where continues_id is not null;

do $$
declare
  t text;
begin
  foreach t in array array['floating_member', 'residence_registration', 'party_group', 'group_period', 'party_organization'] loop
    execute format('alter table %I no force row level security', t);
  end loop;
end $$;
-- One is open of a member at a time, so the one that ended as this one began is the one it goes on.
update floating_member n set continues_id = b.id from floating_member b
where n.away_since is not null and b.member_id = n.member_id and b.away_to = n.away_from and coalesce(b.away_since, b.away_from) = n.away_since;
update residence_registration n set continues_id = b.id from residence_registration b
where n.registered_since is not null and b.member_id = n.member_id and b.ended_on = n.registered_on
  and coalesce(b.registered_since, b.registered_on) = n.registered_since;
-- A group by those who were in it: all who went over that day from one group of a merged branch went into one of its successor's, and
-- nobody from elsewhere. A group that was empty stays without.
with went as (
  select distinct b.id as former, n.id as present
  from party_group b
  join party_organization o on o.id = b.organization_id and o.state = 'MERGED'
  join group_period w on w.group_id = b.id and w.to_day = b.closed_on
  join group_period i on i.member_id = w.member_id and i.from_day = w.to_day
  join party_group n on n.id = i.group_id and n.formed_on = b.closed_on and n.organization_id = o.successor_id)
update party_group g set continues_id = w.former from went w
where g.id = w.present and not exists (select from went o where (o.former = w.former) <> (o.present = w.present));
do $$
declare
  t text;
begin
  foreach t in array array['floating_member', 'residence_registration', 'party_group', 'group_period', 'party_organization'] loop
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
