-- V211: since when a floating member is registered, and when a residence confirmed a member.
-- Why:      compliance is asked for past days too. Whoever was contacted late, or confirmed late, was shown as in time on every day
--           before, since only the last contact and the present state were kept on the record.
-- Cost:     two columns, filled from the steps that were taken; both tables are rewritten once.
-- Deploy:   before the code that writes them; what the version before registers meanwhile has no day and goes by its last contact.
-- Rejected: to read both from the steps alone: steps of a residence are its home's, which its own readers do not see, and
--           registering is no step.
do $$
declare
  t text;
begin
  foreach t in array array['floating_member', 'residence_registration', 'step_history'] loop
    execute format('alter table %I no force row level security', t);
  end loop;
end $$;
alter table floating_member add column registered_on date;
alter table residence_registration add column confirmed_on date;
-- Whose contacts overwrote the day of registration was registered by the first of his steps at the latest.
update floating_member f set registered_on = coalesce((
  select min(h.taken_on) from step_history h where h.resource_type = 'floating-member' and h.resource_id = f.id), f.last_contact_on);
update residence_registration r set confirmed_on = (
  select min(h.taken_on) from step_history h
  where h.resource_type = 'residence-registration' and h.resource_id = r.id and h.step = 'confirm');
do $$
declare
  t text;
begin
  foreach t in array array['floating_member', 'residence_registration', 'step_history'] loop
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
