-- V237: a table of rates is proposed by one person of the root's office and confirmed by a second one.
-- Why:      a rule is adopted by two (as local amounts are), and the table by which everybody pays was put in force by one call of
--           one person.
-- Cost:     an empty table. Tables that are in force stay so.
-- Deploy:   before the code that proposes; the version before goes on adopting at once until it is gone.
-- Rejected: proposed rows among the rates: their brackets exclude each other, so one proposal would bar another. Brackets with
--           both ends: where one begins the one before ends, so that what is stored cannot have a gap.
create table dues_rate_table (
  id uuid constraint dues_rate_table_pk primary key,
  category text not null constraint dues_rate_table_category check (category in ('EMPLOYED', 'RETIRED', 'FARMER', 'STUDENT', 'UNEMPLOYED', 'RELIEF_RECIPIENT')),
  effective_from date not null,
  source text not null,
  from_fen bigint[] not null,
  basis_points integer[] not null,
  state text not null constraint dues_rate_table_state check (state in ('PROPOSED', 'ADOPTED', 'WITHDRAWN')),
  stepped_on date not null,
  version bigint not null,
  constraint dues_rate_table_brackets check (from_fen[1] = 0 and cardinality(from_fen) = cardinality(basis_points)));
grant select, insert, update on dues_rate_table to ${application};
