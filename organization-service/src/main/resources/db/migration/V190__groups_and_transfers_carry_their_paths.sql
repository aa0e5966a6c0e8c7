-- V190: Party groups and transfers carry the paths of their organizations.
-- Why:      other systems learn of them from the change feed, which asks by path, and their lists read one index range
--           instead of asking row by row for the organization. A transfer belongs to two sides, so it carries two paths.
-- Cost:     rewrites both tables once; two indexes more on transfers, one more on groups; a move rewrites their rows too.
-- Deploy:   with the version of the service that writes the paths; the version before can neither form groups nor draw up
--           transfers afterwards, it only reads them.
-- Rejected: a join with the organization in the feed: what moved away could not be told to those it left. One row of the
--           feed with a second path: the feed's own statement would carry a column that one resource in six uses.
alter table party_group no force row level security;
alter table membership_transfer no force row level security;
alter table party_group add column organization_path text collate "C";
alter table membership_transfer
  add column organization_path text collate "C",   -- the sender's
  add column receiver_path text collate "C";
update party_group g set organization_path = o.organization_path from party_organization o where o.id = g.organization_id;
update membership_transfer t set organization_path = o.organization_path from party_organization o where o.id = t.sender_id;
update membership_transfer t set receiver_path = o.organization_path from party_organization o where o.id = t.receiver_id;
alter table party_group alter column organization_path set not null;
alter table membership_transfer alter column organization_path set not null;
alter table party_group force row level security;
alter table membership_transfer force row level security;

create index party_group_by_path on party_group (organization_path, id);
create index membership_transfer_by_path on membership_transfer (organization_path, id);
create index membership_transfer_by_receiver_path on membership_transfer (receiver_path, id) where receiver_path is not null;

drop policy party_group_of_organization on party_group;
create policy party_group_subtree on party_group for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
drop policy membership_transfer_of_both_sides on membership_transfer;
create policy membership_transfer_of_both_sides on membership_transfer for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and (organization_path >= p and organization_path < rtrim(p, '/') || '0'
                           or receiver_path >= p and receiver_path < rtrim(p, '/') || '0')));

-- The pipeline reads the sender's place from the transfer itself now.
drop policy membership_transfer_located on membership_transfer;
drop function transfer_path(uuid);
