-- V224: groups by who leads them, and posts by their organization, as far as they are open.
-- Why:      whoever leaves a roll is asked for as leader of groups, and the posts of an organization are asked for when an election
--           is confirmed, when it is merged and when it is dissolved; both read the whole table.
-- Cost:     two indexes over what is open alone; blocks writes to the two tables while they are built, a second for 180,000 rows.
-- Deploy:   any time.
-- Rejected: indexes over the past too: nobody asks it in this order.
create index party_group_led on party_group (leader_member_id) where closed_on is null;
create index post_held_in on post (organization_id) where held_to is null;
