-- V101: when the register learned of a fact, and one history of steps for all its machines.
-- Why:      figures are asked as of a day of knowledge: what was entered later does not count. Steps are kept by
--           platform's step_history; a second history of organizations would say the same in other columns.
-- Cost:     rewrites party_member and roll_period once under an exclusive lock; the register is small before its first release.
-- Deploy:   with the version of the service that writes step_history; the version before cannot activate after it.
-- Rejected: reading the instants from the change table: it is trimmed, and a figure must not depend on what a feed keeps.
alter table party_member add column entered_at timestamptz not null default clock_timestamp();
alter table roll_period add column entered_at timestamptz not null default clock_timestamp();
alter table party_organization add column activation_entered_at timestamptz;

alter table party_organization no force row level security;
alter table organization_change no force row level security;
alter table step_history no force row level security;
insert into step_history (resource_type, resource_id, version, organization_path, step, from_state, to_state, taken_on, comment, entered_by, entered_at)
select 'organization', organization_id, version, organization_path, 'activate', 'PREPARING', 'ACTIVE', effective_on, comment, entered_by, entered_at
from organization_change where change = 'ACTIVATED';
update party_organization o set activation_entered_at = c.entered_at
from organization_change c where c.organization_id = o.id and c.change = 'ACTIVATED';
alter table step_history force row level security;
alter table party_organization force row level security;
drop table organization_change;

alter table party_organization add constraint party_organization_activation_known
  check ((activated_on is null) = (activation_entered_at is null));

-- A leading Party members group directs no organizations. Source: domain rule of the tree (Party Charter; practice).
delete from allowed_parent where parent_type = 'LEADING_GROUP';
