-- V217: sessions whose convener or Party group is not the host's, or not known yet, are listed by an index of their own.
-- Why:      they are few, and who asks for them is to mend them; each page read all sessions of the subtree to find them.
-- Cost:     two indexes of few rows; blocks recording while study_session is read once.
-- Deploy:   any time.
-- Rejected: the relation as first column of an index of all sessions: a plan made for any values takes the values asked for
--           as those of nearly all rows and does not use it.
create index study_session_convener_not_of_host on study_session (organization_path, id) where convener_relation <> 'OF_HOST';
create index study_session_group_not_of_host on study_session (organization_path, id) where party_group_relation <> 'OF_HOST';
