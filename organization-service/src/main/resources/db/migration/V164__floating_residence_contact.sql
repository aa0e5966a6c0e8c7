-- V164: floating members, registration at the residence, members out of contact.
-- Why:      who lives or works elsewhere attends there as a guest and is counted at home; the register says since when, where,
--           who keeps contact, and which members have been out of contact for longer than the rules allow.
-- Cost:     empty tables.
-- Deploy:   before the code that writes them; the version before ignores them.
-- Rejected: moving the roll: a floating member's relation stays at home. A flag "lost" on the member: since when, and for how
--           long, is what the rules ask.
create table floating_member (
  id uuid constraint floating_member_pk primary key,
  member_id uuid not null constraint floating_member_member_fk references party_member (id),
  home_id uuid not null constraint floating_member_home_fk references party_organization (id),
  host_id uuid constraint floating_member_host_fk references party_organization (id),
  host_area text not null,
  away_from date not null,
  away_to date,
  contact_member_id uuid constraint floating_member_contact_fk references party_member (id),
  last_contact_on date not null,
  state text not null constraint floating_member_state check (state in ('REGISTERED', 'HOST_CONFIRMED', 'ENDED')),
  stepped_on date not null,
  version bigint not null,
  constraint floating_member_days check (away_to > away_from));
create unique index floating_member_one_open on floating_member (member_id) where state <> 'ENDED';
create index floating_member_by_home on floating_member (home_id, id);
create index floating_member_by_host on floating_member (host_id, id);

create table residence_registration (
  id uuid constraint residence_registration_pk primary key,
  member_id uuid not null constraint residence_registration_member_fk references party_member (id),
  home_id uuid not null constraint residence_registration_home_fk references party_organization (id),
  residence_id uuid not null constraint residence_registration_residence_fk references party_organization (id),
  registered_on date not null,
  ended_on date,
  feedback_year integer,                -- of the last yearly note
  feedback text,
  state text not null constraint residence_registration_state check (state in ('REGISTERED', 'CONFIRMED', 'ENDED')),
  stepped_on date not null,
  version bigint not null,
  constraint residence_registration_elsewhere check (residence_id <> home_id),
  constraint residence_registration_days check (ended_on > registered_on));
create unique index residence_registration_one_open on residence_registration (member_id) where state <> 'ENDED';
create index residence_registration_by_home on residence_registration (home_id, id);
create index residence_registration_by_residence on residence_registration (residence_id, id);

create table contact_loss (
  id uuid constraint contact_loss_pk primary key,
  member_id uuid not null constraint contact_loss_member_fk references party_member (id),
  last_contact_on date not null,
  note text not null,
  found_on date,
  state text not null constraint contact_loss_state check (state in ('LOST', 'FOUND')),
  stepped_on date not null,
  version bigint not null,
  constraint contact_loss_days check (found_on >= last_contact_on));
create unique index contact_loss_one_open on contact_loss (member_id) where state = 'LOST';
create index contact_loss_open on contact_loss (last_contact_on) where state = 'LOST';

do $$
declare
  t text;
begin
  foreach t in array array['floating_member', 'residence_registration', 'contact_loss'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy floating_member_of_both_sides on floating_member for all to ${application}
  using (exists (select from party_organization o where o.id in (floating_member.home_id, floating_member.host_id)));
create policy residence_registration_of_both_sides on residence_registration for all to ${application}
  using (exists (select from party_organization o where o.id in (residence_registration.home_id, residence_registration.residence_id)));
create policy contact_loss_of_member on contact_loss for all to ${application}
  using (exists (select from party_member m where m.id = contact_loss.member_id));
grant select, insert, update on floating_member, residence_registration, contact_loss to ${application};

insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'LOST_CONTACT_SUSPEND_MONTHS', 'MEMBER', 6, 'INFO', '1921-07-01', null, '中国共产党党员教育管理工作条例, 2019: 失去联系六个月以上可停止党籍', 'A'),
  (gen_random_uuid(), 'LOST_CONTACT_REMOVE_MONTHS', 'MEMBER', 24, 'INFO', '1921-07-01', null, '中国共产党党员教育管理工作条例, 2019: 停止党籍两年后仍失去联系予以除名', 'A'),
  (gen_random_uuid(), 'FLOATING_FROM_MONTHS', 'MEMBER', 6, 'WARNING', '1921-07-01', null, '外出六个月以上且未转移组织关系的为流动党员', 'A');
