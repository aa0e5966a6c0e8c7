-- V194: a member sees the rows that are about himself.
-- Why:      he registers where he lives, and reads what the register holds of him: his row, transfers, registrations, dues,
--           standing. His grant opens no branch, so nobody else's row comes with it.
-- Cost:     one comparison more for each row that is read of three tables; what hangs on the member follows by its own policy.
-- Deploy:   before the version of the service that lets members in; the version before never says who the person is.
-- Rejected: his branch's path as scope with a filter in each query: one forgotten filter would show the whole branch.
create policy party_member_himself on party_member for select to ${application}
  using (id = (select nullif(current_setting('app.caller', true), '')::jsonb ->> 'person')::uuid);
create policy membership_transfer_himself on membership_transfer for select to ${application}
  using (member_id = (select nullif(current_setting('app.caller', true), '')::jsonb ->> 'person')::uuid);
create policy floating_member_himself on floating_member for select to ${application}
  using (member_id = (select nullif(current_setting('app.caller', true), '')::jsonb ->> 'person')::uuid);
create policy residence_registration_himself on residence_registration for select to ${application}
  using (member_id = (select nullif(current_setting('app.caller', true), '')::jsonb ->> 'person')::uuid);
create index membership_transfer_by_member on membership_transfer (member_id, id);
create index floating_member_by_member on floating_member (member_id, id);
create index residence_registration_by_member on residence_registration (member_id, id);
