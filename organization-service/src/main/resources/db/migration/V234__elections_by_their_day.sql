-- V234: elections by their day: since when one is put off, and until when it was before; who could be elected on it.
-- Why:      terms are asked for past days too. A postponement counted for the days before its approval, so that a term that was
--           overdue without approval no longer had been; and a second one took the place of the first. Full members on a roll alone
--           are elected: candidates who had died, left, were suspended or probationary on the day were taken; and who was suspended
--           on the day of the confirmation and restored since took his post on a day without rights.
-- Cost:     a table of a row a postponement, filled from the steps that were taken and read for a term that was postponed alone; two
--           functions, asked for each candidate of a result and for each of the elected at a confirmation.
-- Deploy:   before the code that reads and asks. A trigger writes the table, so what the version before postpones has its row.
-- Rejected: the day of the approval on the term: the second approval would undo the first one for the days between them. - Asking
--           the rows that the caller sees who stood on a roll: one who stood elsewhere that day would seem to have stood on none. -
--           Another gone_since: the version before asks it as it is.
create table term_postponement (
  term_id uuid not null constraint term_postponement_term_fk references committee_term (id),
  version bigint not null,              -- of the term, with the step
  approved_on date not null,
  until_day date not null,              -- last day on which the election may be held
  constraint term_postponement_pk primary key (term_id, version));

-- Until when a term was put off before its last postponement nobody knows any more: it is taken to have been as long.
alter table committee_term no force row level security;
alter table step_history no force row level security;
insert into term_postponement (term_id, version, approved_on, until_day)
select t.id, h.version, h.taken_on, t.extended_until
from committee_term t join step_history h on h.resource_type = 'committee-term' and h.resource_id = t.id and h.step = 'postpone'
where t.extended_until is not null;
alter table step_history force row level security;
alter table committee_term force row level security;

create function term_is_postponed() returns trigger language plpgsql as $$
begin
  insert into term_postponement (term_id, version, approved_on, until_day)
  values (new.id, new.version, new.stepped_on, new.extended_until);
  return null;
end $$;
revoke execute on function term_is_postponed from public;
create trigger term_is_postponed after update on committee_term for each row
  when (new.extended_until is distinct from old.extended_until) execute function term_is_postponed();

alter table term_postponement enable row level security;
alter table term_postponement force row level security;
create policy term_postponement_of_term on term_postponement for all to ${application}
  using (exists (select from committee_term t where t.id = term_postponement.term_id));
grant select, insert on term_postponement to ${application};

create function was_full_member(of_member uuid, on_day date) returns boolean
language plpgsql stable security definer set search_path = public as $$
begin
  return exists (
    select from party_member m join roll_period r on r.member_id = m.id
    where m.id = of_member and m.member_type = 'FULL' and m.full_since <= on_day
      and r.on_roll_from <= on_day and (r.on_roll_to is null or r.on_roll_to > on_day));
end $$;
create function gone_on(of_members uuid[], below text, since date, on_day date) returns integer
language plpgsql stable security definer set search_path = public as $$
begin
  return (select count(*) from unnest(of_members) as e (id)
          where not was_full_member(e.id, on_day) or gone_since(array[e.id], below, since) > 0);
end $$;
revoke execute on function was_full_member, gone_on from public;
grant execute on function was_full_member, gone_on to ${application};
