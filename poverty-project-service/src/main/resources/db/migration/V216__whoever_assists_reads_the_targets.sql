-- V216: the assisting organization (结对帮扶) reads the performance targets of the projects that it assists in.
-- Why:      it read that a project had targets, and beside it an empty list of them: what its help is to reach, and reached.
-- Cost:     one column, one index over the few targets that have it; a read of each target once.
-- Deploy:   before the version of the service that writes the column. Targets that the version before sets meanwhile are not
--           shown to the assisting organization.
-- Rejected: a policy that asks for the project's row, as for budgets (V213).
alter table performance_target add assisting_path text collate "C";   -- the project's; moves with it
update performance_target t set assisting_path = p.assisting_path from project p where p.id = t.project_id and p.assisting_path is not null;
create index performance_target_by_assisting_path on performance_target (assisting_path, id) where assisting_path is not null;

create policy performance_target_assisting on performance_target for select to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and assisting_path >= p and assisting_path < rtrim(p, '/') || '0'));
