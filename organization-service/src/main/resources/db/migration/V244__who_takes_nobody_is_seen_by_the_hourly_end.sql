-- V244: the hourly end of transfers sees which organizations take nobody any more.
-- Why:      what was on its way to a branch that had ended before V230 stayed open for ever, and no other transfer of its member can be
--           drawn up meanwhile. Each of these ends as it would have with the branch, with step, event and both sides told.
-- Cost:     a right and a policy; once an hour a look at the organizations that receive what is open.
-- Deploy:   before the code that asks; the version before asks for nothing of it.
-- Rejected: ending them here: the event of each, its change rows and its entries in the trail are written by the service's code, and
--           written twice they would differ one day.
create policy party_organization_ended on party_organization for select to ${pipeline} using (true);
grant select (id, type, state, dissolved_on) on party_organization to ${pipeline};
