-- V214: what is listed, what moves with its organization, and what belongs to one project is found by an index.
-- Why:      each list of performance targets and of objections sorted the whole table, and each batch of organizations that move
--           read it; a project's notices had lost their index when the exclusion of V211 became partial, so that each step of a
--           project, and each question what steps it has, read the notices of the whole city.
-- Cost:     four indexes; builds while writers of these tables wait, well under a second at the city's 5,749 projects.
-- Deploy:   any time.
-- Rejected: an exclusion over all notices again: one that was upheld may not stand in the way of the next. Indexes on recoveries and on
--           returns that wait: nobody lists them yet, and they stay few.
create index performance_target_by_path on performance_target (organization_path, id);
create index objection_by_path on objection (organization_path, id);
create index acceptance_by_path on acceptance (organization_path, id);
create index public_notice_by_project on public_notice (project_id, kind, level, starts_on);
