-- V120: why a member's ID number was shown in full, in the words of whoever asked.
-- Why:      the audit trail keeps who, what and the code of the purpose, and no words: it is never altered, and words may name
--           a person. They are kept here, sealed, so that they can be read by the superior and removed one day.
-- Cost:     an empty table; one row each time a number is shown.
-- Deploy:   before the code that shows numbers.
-- Rejected: the words in the trail. An organization's path on the row: it would go stale with the member's next transfer.
create table id_number_reveal (
  id uuid constraint id_number_reveal_pk primary key,
  member_id uuid not null constraint id_number_reveal_member_fk references party_member (id),
  purpose text not null constraint id_number_reveal_purpose
    check (purpose in ('IDENTITY_CHECK', 'RECORD_CORRECTION', 'MEMBERSHIP_TRANSFER', 'LEGAL_REQUEST')),
  reason bytea not null,          -- sealed, bound to this row
  revealed_by text not null,      -- client and subject
  revealed_at timestamptz not null default clock_timestamp());
create index id_number_reveal_by_member on id_number_reveal (member_id, revealed_at, id);

-- Seen by whoever sees the member.
alter table id_number_reveal enable row level security;
alter table id_number_reveal force row level security;
create policy id_number_reveal_of_member on id_number_reveal for all to ${application}
  using (exists (select from party_member m where m.id = id_number_reveal.member_id));
grant select, insert on id_number_reveal to ${application};
