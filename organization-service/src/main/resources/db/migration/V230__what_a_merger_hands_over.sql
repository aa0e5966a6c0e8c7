-- V230: what a merged organization holds goes on at its successor.
-- Why:      a merger ended groups and terms, and left open who was away from it, registered or under way elsewhere, under the name
--           of an organization that is no more. Each now ends there that day and another row begins at the successor, so that
--           every day shows where it stood; what is reckoned from the first day (who should be transferred, which years' notes are
--           due, how long a committee was elected for) is kept beside it.
-- Cost:     columns without a value; builds the index of the terms' days anew, under its lock.
-- Deploy:   before the code that writes them; the version before ignores them.
-- Rejected: naming the successor in the same row: its past, and what each organization was judged by on a past day, would change.
alter table floating_member add column away_since date;
alter table residence_registration add column registered_since date;
alter table committee_term add column held_from date;
alter table committee_term drop constraint committee_term_no_overlap;
alter table committee_term add constraint committee_term_no_overlap
  exclude using gist (organization_id with =, daterange(coalesce(held_from, elected_on), ended_on) with &&);
-- Anew after it, as before: what is refused by both is refused as an overlap.
drop index committee_term_one_open;
create unique index committee_term_one_open on committee_term (organization_id) where ended_on is null;
alter table committee_term add constraint committee_term_held_days check (held_from > elected_on and ended_on > held_from);
