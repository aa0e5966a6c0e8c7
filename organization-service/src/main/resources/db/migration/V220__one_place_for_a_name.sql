-- V220: the planner knows that a name given to organizations_named leads to one organization.
-- Why:      it took a thousand for each call, and so read all organizations from end to end to find the other side of a transfer,
--           a residence or a host: 12 ms a look with 8,900 of them, 145 s of the whole city's load.
-- Cost:     one entry of the catalog.
-- Deploy:   with any version of the service.
-- Rejected: another text of transfer_side: the next function that joins would be read the same way.
alter function organizations_named(text[]) rows 1;
