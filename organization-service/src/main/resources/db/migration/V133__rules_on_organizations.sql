-- V133: the rules on the size of organizations, as dated data.
-- Why:      whoever is responsible for a subtree asks which organizations meet a rule and which do not, with its source.
-- Cost:     some rows.
-- Deploy:   before the code that asks for them.
-- Rejected: thresholds in the code: a record of 2016 is judged by the rule of 2016.
insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'BRANCH_KEEPS_FULL_MEMBERS', 'BRANCH', 3, 'WARNING', '1949-10-01', '2018-10-28', 'Practice before the Branch Regulation', 'B'),
  (gen_random_uuid(), 'BRANCH_KEEPS_FULL_MEMBERS', 'BRANCH', 3, 'WARNING', '2018-10-28', null, '中国共产党支部工作条例（试行）, 2018, art. 4', 'A'),
  (gen_random_uuid(), 'BRANCH_MOST_MEMBERS', 'BRANCH', 50, 'WARNING', '1949-10-01', '2018-10-28', 'Practice before the Branch Regulation', 'B'),
  (gen_random_uuid(), 'BRANCH_MOST_MEMBERS', 'BRANCH', 50, 'WARNING', '2018-10-28', null,
   '中国共产党支部工作条例（试行）, 2018, art. 4: 一般不超过50人', 'A'),
  (gen_random_uuid(), 'GENERAL_BRANCH_LEAST_MEMBERS', 'GENERAL_BRANCH', 51, 'INFO', '1949-10-01', null, '党员超过50人的，经批准可以设党总支', 'B'),
  (gen_random_uuid(), 'PRIMARY_COMMITTEE_LEAST_MEMBERS', 'PRIMARY_COMMITTEE', 100, 'INFO', '1949-10-01', null, '党员100人以上的，经批准可以设基层党委', 'B'),
  (gen_random_uuid(), 'BRANCH_COMMITTEE_POSTS', 'BRANCH', 3, 'WARNING', '2018-10-28', null,
   '中国共产党支部工作条例（试行）, 2018, ch. 6: 正式党员7人以上设支部委员会，委员3至5人', 'A'),
  (gen_random_uuid(), 'BRANCH_COMMITTEE_FROM_FULL_MEMBERS', 'BRANCH', 7, 'WARNING', '2018-10-28', null,
   '中国共产党支部工作条例（试行）, 2018, ch. 6: 正式党员7人以上设支部委员会', 'A');
