-- V161: transfers of membership between branches, and out of the city.
-- Why:      the sender keeps a member and all duties until the receiver has taken him; two transfers of one member at once,
--           a letter that has run out and a refusal without reason must be impossible whoever races whom.
-- Cost:     empty tables.
-- Deploy:   before the code that moves members; the version before ignores them.
-- Rejected: a status on the member: a transfer has two sides, steps, opinions and a letter of its own. Paths of both sides
--           on the row: they would go stale when a branch moves. Expiry judged by the service's clock alone: two instances
--           of the service may differ, the database is one.
create table membership_transfer (
  id uuid constraint membership_transfer_pk primary key,
  member_id uuid not null constraint membership_transfer_member_fk references party_member (id),
  member_number text not null,          -- the receiver does not see the member yet
  sender_id uuid not null constraint membership_transfer_sender_fk references party_organization (id),
  receiver_id uuid constraint membership_transfer_receiver_fk references party_organization (id),
  receiver_outside text,
  reach text not null constraint membership_transfer_reach check (reach in ('SAME_COMMITTEE', 'WITHIN_PROVINCE', 'NATIONWIDE')),
  reason text not null,
  state text not null constraint membership_transfer_state check (state in ('DRAFT', 'SUBMITTED', 'SENDING_APPROVED',
    'UPPER_APPROVED', 'RECEIVED', 'RETURNED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
  submitter text,                       -- client and subject; approves nothing
  letter_until date,                    -- last day on which the letter is valid
  refusal_reason text,
  stepped_on date not null,
  version bigint not null,
  constraint membership_transfer_one_receiver check ((receiver_id is null) <> (receiver_outside is null)),
  constraint membership_transfer_other_branch check (receiver_id <> sender_id),
  constraint membership_transfer_refusal_has_reason check (state not in ('RETURNED', 'REJECTED') or refusal_reason is not null));
-- Two transfers of one member at once are impossible.
create unique index membership_transfer_one_open on membership_transfer (member_id)
  where state in ('DRAFT', 'SUBMITTED', 'SENDING_APPROVED', 'UPPER_APPROVED');
create index membership_transfer_by_sender on membership_transfer (sender_id, id);
create index membership_transfer_by_receiver on membership_transfer (receiver_id, id);
create index membership_transfer_letters on membership_transfer (letter_until) where state in ('SENDING_APPROVED', 'UPPER_APPROVED');

-- Who did what in which order; both sides read it, so it stands beside step_history and not in it.
create table transfer_step (
  transfer_id uuid not null constraint transfer_step_transfer_fk references membership_transfer (id),
  position bigint not null,             -- the transfer's version after the step
  step text not null,
  from_state text not null,
  to_state text not null,
  taken_on date not null,
  opinion text,
  entered_by text not null,
  entered_at timestamptz not null default clock_timestamp(),
  constraint transfer_step_pk primary key (transfer_id, position));

alter table membership_transfer enable row level security;
alter table membership_transfer force row level security;
alter table transfer_step enable row level security;
alter table transfer_step force row level security;
create policy membership_transfer_of_both_sides on membership_transfer for all to ${application}
  using (exists (select from party_organization o where o.id in (membership_transfer.sender_id, membership_transfer.receiver_id)));
create policy membership_transfer_pipeline on membership_transfer for all to ${pipeline} using (true) with check (true);
create policy transfer_step_of_transfer on transfer_step for all to ${application}
  using (exists (select from membership_transfer t where t.id = transfer_step.transfer_id));
create policy transfer_step_pipeline on transfer_step for insert to ${pipeline} with check (true);
grant select, insert, update on membership_transfer to ${application};
grant select, insert on transfer_step to ${application};
grant select, update on membership_transfer to ${pipeline};
grant insert on transfer_step to ${pipeline};

-- The other side of a transfer lies outside the caller's scope: what must be known of it to send a member there.
create function transfer_side(reference text)
returns table (id uuid, path text, type text, state text, established_on date)
language plpgsql stable security definer set search_path = public as $$
begin
  return query select o.id, o.organization_path, o.type, o.state, o.established_on
  from organizations_named(array[reference]) as n join party_organization o on o.id = n.id;
end $$;

-- The receiver does not see the member before he has taken him: on whose roll he stands, and since when nothing happened to him.
create function transfer_member(member uuid) returns table (organization_id uuid, on_roll boolean, since date)
language plpgsql stable security definer set search_path = public as $$
begin
  return query select m.organization_id, m.status = 'ACTIVE', greatest(m.stepped_on, m.on_roll_from + 1) from party_member m where m.id = member;
end $$;
create policy party_member_located on party_member for select to current_user using (true);

-- Where the sender of a letter that has run out stands: the pipeline has no scope.
create function transfer_path(transfer uuid) returns text language sql stable security definer set search_path = public as $$
  select o.organization_path from membership_transfer t join party_organization o on o.id = t.sender_id where t.id = transfer
$$;
create policy membership_transfer_located on membership_transfer for select to current_user using (true);

insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'TRANSFER_LETTER_DAYS', 'MEMBER', 90, 'ERROR', '1921-07-01', null, '组织关系介绍信有效期, practice', 'B');
