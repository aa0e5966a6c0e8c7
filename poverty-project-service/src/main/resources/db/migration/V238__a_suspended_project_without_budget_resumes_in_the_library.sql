-- V238: a suspended project that lost its last budget resumes in the library.
-- Why:      a project that was but funded goes back to the library when its last budget is reversed; reversed while it was suspended, it resumed
--           as funded, with 0 fen.
-- Cost:     looks at the suspended projects, which are few.
-- Deploy:   before the version of the service that offers the step; the version before resumes none of them meanwhile. No version and no event: where a
--           project resumes is told by its steps alone.
-- Rejected: judging it when the project resumes: its list of steps would offer one that is refused.
update project set resume_status = 'IN_LIBRARY' where status = 'SUSPENDED' and resume_status = 'FUNDED' and budget_fen = 0;
