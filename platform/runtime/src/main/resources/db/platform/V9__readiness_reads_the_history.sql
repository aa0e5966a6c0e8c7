-- V9: a service may read which migrations were run.
-- Why:      it is ready when the schema is the one it was built for, also where migrations run apart from its start.
-- Cost:     none.
-- Deploy:   with the version of the runtime that asks; until it is run, that version is not ready.
-- Rejected: asking with the owner's account at each probe: a service that only serves needs no account of the owner.
grant select on flyway_schema_history to ${application};
