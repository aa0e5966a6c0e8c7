-- V210: the first rules hold from the first day of the first year that can be set.
-- Why:      an appraisal year may be 1949, and the rules began in its October: a round of it found no rule and failed.
-- Cost:     two rows.
-- Deploy:   with any version of the service.
-- Rejected: years from 1950 on: the contract takes 1949.
update evaluation_rule set effective_from = '1949-01-01' where effective_from = '1949-10-01';
