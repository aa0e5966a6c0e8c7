-- V231: when the register learned that an organization was no longer what it had been.
-- Why:      the number of organizations "as known on a day" left out those whose end was entered only later: dissolved in March and
--           entered in June, an organization was counted neither in April nor, asked in July, in what April knew.
-- Cost:     one pass over the periods under their lock; the index of the active ones anew. Replaces the function that keeps them.
-- Deploy:   before the code that asks; the version before ignores the column.
-- Rejected: asking the step history (one look for each organization of the range); a second row of a period for each state of
--           knowledge (every list of a day's tree would have to know of it).
alter table organization_period add column end_known_at timestamptz;
update organization_period p set end_known_at = n.state_known_at
from organization_period n
where n.organization_id = p.organization_id and n.valid_from = p.valid_to and n.state <> p.state;

drop index organization_period_active;
create index organization_period_active on organization_period (path_then, type, valid_from, valid_to, state_known_at, end_known_at)
  where state = 'ACTIVE';

create or replace function organization_goes_on() returns trigger language plpgsql security definer set search_path = public as $$
declare
  n record;
begin
  -- Each row after, beside its row before, by one sort. A row of which only a label or a count changed is not among them.
  for n in
    select t.*, coalesce(case when t.of_version then t.changed_on else t.placed_on end, t.established_on) as day
    from (
      select v.*, version <> lag(version) over turn as of_version, organization_path <> lag(organization_path) over turn as moved,
             code <> lag(code) over turn as recoded
      from (select f.*, true as present from fresh f union all select f.*, false from former f) v
      window turn as (partition by id order by present)) t
    where t.present and (t.of_version or t.moved or t.recoded)
  loop
    -- The later part of a split period; its end is 'infinity' while the earlier part is still the open one.
    insert into organization_period
    select p.organization_id, n.day, coalesce(p.valid_to, 'infinity'), p.organization_path, p.path_then, p.code, p.name, p.type, p.kind,
           p.sector, p.area_code, p.parent_id, p.state, p.state_known_at, p.end_known_at
    from organization_period p
    where p.organization_id = n.id and p.valid_from < n.day and (p.valid_to is null or p.valid_to > n.day);
    update organization_period p set valid_to = n.day, end_known_at = null
    where p.organization_id = n.id and p.valid_from < n.day and (p.valid_to is null or p.valid_to > n.day);
    update organization_period p set
      valid_to = nullif(p.valid_to, 'infinity'),
      name = case when n.of_version then n.name else p.name end,
      type = case when n.of_version then n.type else p.type end,
      kind = case when n.of_version then n.kind else p.kind end,
      sector = case when n.of_version then n.sector else p.sector end,
      area_code = case when n.of_version then n.area_code else p.area_code end,
      parent_id = case when n.of_version then n.parent_id else p.parent_id end,
      state = case when n.of_version then n.state else p.state end,
      state_known_at = case when n.of_version and n.state <> p.state then clock_timestamp() else p.state_known_at end,
      code = case when n.moved or n.recoded then n.code else p.code end,
      path_then = case when n.moved or n.recoded then n.organization_path else p.path_then end
    where p.organization_id = n.id and p.valid_from >= n.day;
    -- The state before it ended that day; what had ended then in another way is known already.
    if n.of_version then
      update organization_period p set end_known_at = clock_timestamp()
      where p.organization_id = n.id and p.valid_to = n.day and p.state <> n.state and p.end_known_at is null;
    end if;
    if n.moved then
      update organization_period p set organization_path = n.organization_path where p.organization_id = n.id;
    end if;
  end loop;
  return null;
end $$;
