-- V180: what is due, overdue or waiting is found by an index on what is open alone.
-- Why:      the work list reads the tables of all features at once; each holds years of closed records and few open ones.
-- Cost:     small partial indexes, built at once; three rules.
-- Deploy:   before the code that lists work; the version before ignores them.
-- Rejected: a table of work items kept by triggers or a job: two things that say when something is overdue disagree every night
--           until the job has run, and an item whose cause is gone would have to be found and removed.
create index party_organization_preparing on party_organization (organization_path, id) where state = 'PREPARING';
create index term_election_open on term_election (state, organization_id) where state in ('APPLIED', 'APPROVED', 'ELECTED');
create index membership_transfer_open_of_sender on membership_transfer (sender_id)
  where state in ('SUBMITTED', 'SENDING_APPROVED', 'UPPER_APPROVED');
create index membership_transfer_open_of_receiver on membership_transfer (receiver_id) where state in ('SENDING_APPROVED', 'UPPER_APPROVED');
create index floating_member_unconfirmed on floating_member (host_id) where state = 'REGISTERED';
create index floating_member_contacts on floating_member (last_contact_on) where state <> 'ENDED';
create index residence_registration_unconfirmed on residence_registration (residence_id) where state = 'REGISTERED';
create index screening_sheet_unfinished on screening_sheet (organization_id) where state <> 'REVIEWED';
create index screening_item_unfinished on screening_item (sheet_id) where state in ('UNCHECKED', 'REPORTED');
create index screening_item_reported on screening_item (sheet_id) where state = 'REPORTED';
create index dues_reduction_asked on dues_reduction (member_id) where state = 'ASKED';

insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'WORK_LEAD_DAYS', 'ORGANIZATION', 7, 'INFO', '1921-07-01', null, '待办事项提前七日提醒, practice', 'C'),
  (gen_random_uuid(), 'FLOATING_CONTACT_MONTHS', 'MEMBER', 6, 'WARNING', '1921-07-01', null,
   '与在国外的党员至少每六个月联系一次；流动党员参照', 'B'),
  (gen_random_uuid(), 'RESIDENCE_CONFIRM_DAYS', 'MEMBER', 30, 'INFO', '1921-07-01', null, '居住地党组织三十日内确认, practice', 'C');
