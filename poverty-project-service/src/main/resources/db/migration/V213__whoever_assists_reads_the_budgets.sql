-- V213: the assisting organization (结对帮扶) reads the budgets of the projects that it assists in.
-- Why:      it read a project's budgetFen, and beside it an empty list of budgets: two answers to one question.
-- Cost:     one column, one index over the few budgets that have it; a read of each budget once.
-- Deploy:   before the version of the service that writes the column. Budgets that the version before approves meanwhile are
--           not shown to the assisting organization.
-- Rejected: leaving out budgetFen for it: paired help is to be read whole. A policy that asks for the project's row: it would
--           look up a project for each budget of a page, also for those who see the budgets by their own subtree.
alter table project_budget add assisting_path text collate "C";   -- the project's; moves with it
update project_budget b set assisting_path = p.assisting_path from project p where p.id = b.project_id and p.assisting_path is not null;
create index project_budget_by_assisting_path on project_budget (assisting_path, id) where assisting_path is not null;

create policy project_budget_assisting on project_budget for select to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and assisting_path >= p and assisting_path < rtrim(p, '/') || '0'));
