-- V235: the project at whose site a temporary branch is.
-- Why:      a temporary branch is set up for a project or a site; which one, nobody could say, nor ask a project for its branch.
-- Cost:     a column, null without rewriting the table, and an index of the few branches that have one.
-- Deploy:   before the code that writes it; the version before leaves it empty.
-- Rejected: a foreign key: projects are another service's. A check that the branch is temporary: a branch that becomes a standing
--           one in the version before would be refused, which does not know that the project goes with it.
alter table party_organization add column project_id uuid;   -- in poverty-project-service; an unverified reference
create index party_organization_by_project on party_organization (project_id, organization_path, id) where project_id is not null;
