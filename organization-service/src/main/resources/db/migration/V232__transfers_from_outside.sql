-- V232: transfers into the register from organizations outside it.
-- Why:      whoever came from elsewhere was enrolled without the transfer that brought him, and whoever had left the register
--           could not come back to it: his number and his ID number were taken.
-- Cost:     drops two not-nulls, adds a column and an index over what is open; no row is rewritten.
-- Deploy:   before the code that draws them up; the version before reads none of them, and writes what it wrote.
-- Rejected: a member on no roll until he is received: the register would keep persons who never came. A table of its own: the
--           steps, the letter and what both sides read are those of any transfer.
-- organization_path is the sender's, and the receiver's where the sender lies outside.
alter table membership_transfer
  alter column member_id drop not null,   -- not known before he is received for the first time
  alter column sender_id drop not null,
  add column sender_outside text,
  add constraint membership_transfer_one_sender check ((sender_id is null) <> (sender_outside is null)),
  add constraint membership_transfer_one_side_here check (sender_id is not null or receiver_id is not null),
  add constraint membership_transfer_member_known check (member_id is not null or sender_id is null and state <> 'RECEIVED');
-- A number is one person's, so this forbids a second one of whoever is not known yet as well.
create unique index membership_transfer_one_open_number on membership_transfer (member_number)
  where state in ('DRAFT', 'SUBMITTED', 'SENDING_APPROVED', 'UPPER_APPROVED');

-- Whoever comes back left from anywhere: the receiver does not see him yet, and must not be told more than where and since when.
create function transfer_newcomer(number text) returns table (id uuid, path text, transferred_out boolean, since date)
language plpgsql stable security definer set search_path = public as $$
begin
  return query select m.id, m.organization_path, m.status = 'TRANSFERRED_OUT', greatest(m.stepped_on, m.on_roll_from + 1)
  from party_member m where m.member_number = number;
end $$;
