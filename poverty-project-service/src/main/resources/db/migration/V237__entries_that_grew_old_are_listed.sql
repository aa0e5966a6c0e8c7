-- V237: the entries of the library whose years are over are listed.
-- Why:      an entry that has grown old is refused its money, and whoever refreshes the library in the fourth quarter could not see which ones
--           these are before somebody tried.
-- Cost:     one index over the entries that wait for money, which are few.
-- Deploy:   any time; the version of the service before does not ask.
-- Rejected: an index by library year: a page of a county would be sorted. The number of years in the service's own arithmetic: the rule of the day
--           is asked where the rows are.
create index project_in_library_by_path on project (organization_path, id) where status = 'IN_LIBRARY';
grant execute on function rule_value(text, text, date) to ${application};
