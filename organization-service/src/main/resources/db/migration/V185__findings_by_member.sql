-- V185: items of a screening are found by their member.
-- Why:      files of findings name members, and a run over the city has 180,000 items; without the index every row of a file
--           reads the items of all sheets. Also what the reference to the member is checked by.
-- Cost:     blocks writes to screening_item while it is built, some tenths of a second at 180,000 rows.
-- Deploy:   before the code that imports findings; the version before ignores it.
-- Rejected: finding the sheet by the member's branch of today: he may have been transferred since the run began.
create index screening_item_by_member on screening_item (member_id);
