-- V195: a transfer is approved by each superior whose part of the tree the member leaves.
-- Why:      one approval above was enough however far he went; each office on the way has its say, once and in order upward, and
--           the steps say for which organization they were taken.
-- Cost:     adds columns without rewriting; counts the approvals of transfers that are open.
-- Deploy:   before the code that asks for each level; the version before approves without counting.
-- Rejected: a row a level laid out when it is drafted: the way changes when a branch moves, and so would the rows.
alter table membership_transfer add column upper_approvals integer not null default 0
  constraint membership_transfer_upper_approvals check (upper_approvals >= 0);
alter table transfer_step add column organization_id uuid constraint transfer_step_organization_fk references party_organization (id);
alter table membership_transfer no force row level security;
alter table transfer_step no force row level security;
update membership_transfer t set upper_approvals = n.approvals
from (select transfer_id, count(*) as approvals from transfer_step where step = 'approve-upper' group by 1) n where n.transfer_id = t.id;
alter table membership_transfer force row level security;
alter table transfer_step force row level security;

-- Within the register every superior approves whom he leaves. To the outside he leaves all of them: the value is the level
-- up to which they approve, counted from the root, which is 1.
insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'TRANSFER_APPROVED_UP_TO_LEVEL', 'WITHIN_PROVINCE', 2, 'ERROR', '1921-07-01', null,
   '转往省内其他市的，经县级党委组织部门, practice', 'C'),
  (gen_random_uuid(), 'TRANSFER_APPROVED_UP_TO_LEVEL', 'NATIONWIDE', 1, 'ERROR', '1921-07-01', null,
   '跨省转移的，经市级党委组织部门, practice', 'C');
