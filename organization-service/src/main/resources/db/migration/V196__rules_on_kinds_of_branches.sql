-- V196: rules on temporary, joint and floating branches, on small and large committees, and on members long away.
-- Why:      what the regulation says "generally" is no refusal: it is counted and listed for whoever is responsible, by the rule
--           of the day. What it says of a floating branch is: without the organization it comes from and the area it is in there
--           is none.
-- Cost:     some rows and three columns.
-- Deploy:   before the code that asks for them. Floating branches that are there already keep standing without both.
-- Rejected: the number of units a joint branch covers as a field: a number that is typed says nothing that can be checked; names do.
alter table party_organization
  add column covered_units text[],          -- of a joint branch: the units whose members form it
  add column origin_organization_id uuid constraint party_organization_origin_fk references party_organization (id),
  add column host_area text;                -- of a floating branch: where its members are
alter table party_organization add constraint party_organization_floating_has_origin
  check (kind <> 'FLOATING_MEMBERS' or (origin_organization_id is not null and host_area is not null)) not valid;

insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'TEMPORARY_BRANCH_WITHOUT_ADMISSIONS', 'BRANCH', 0, 'WARNING', '2018-10-28', null,
   '中国共产党支部工作条例（试行）, 2018, art. 5: 临时党支部一般不发展党员', 'A'),
  (gen_random_uuid(), 'TEMPORARY_BRANCH_WITHOUT_DISCIPLINE', 'BRANCH', 0, 'WARNING', '2018-10-28', null,
   '中国共产党支部工作条例（试行）, 2018, art. 5: 临时党支部一般不处分处置党员', 'A'),
  (gen_random_uuid(), 'TEMPORARY_BRANCH_WITHOUT_DUES', 'BRANCH', 0, 'WARNING', '2018-10-28', null,
   '中国共产党支部工作条例（试行）, 2018, art. 5: 临时党支部一般不收缴党费', 'A'),
  (gen_random_uuid(), 'TEMPORARY_BRANCH_WITHOUT_ELECTIONS', 'BRANCH', 0, 'WARNING', '2018-10-28', null,
   '中国共产党支部工作条例（试行）, 2018, art. 5: 临时党支部一般不进行选举', 'A'),
  (gen_random_uuid(), 'JOINT_BRANCH_MOST_UNITS', 'BRANCH', 5, 'WARNING', '2018-10-28', null,
   '中国共产党支部工作条例（试行）, 2018, art. 5: 联合党支部覆盖单位一般不超过5个', 'A'),
  (gen_random_uuid(), 'BRANCH_COMMITTEE_MOST_POSTS', 'BRANCH', 7, 'WARNING', '2018-10-28', null,
   '中国共产党支部工作条例（试行）, 2018, ch. 6: 支部委员会一般不超过7人', 'A'),
  (gen_random_uuid(), 'BRANCH_WITHOUT_COMMITTEE_MOST_POSTS', 'BRANCH', 2, 'WARNING', '2018-10-28', null,
   '中国共产党支部工作条例（试行）, 2018, ch. 6: 正式党员不足7人的设1名书记，必要时设1名副书记', 'A'),
  (gen_random_uuid(), 'AWAY_SHOULD_TRANSFER_MONTHS', 'MEMBER', 6, 'WARNING', '1921-07-01', null,
   '中国共产党党员教育管理工作条例, 2019: 外出6个月以上且有固定地点的，一般应转移组织关系', 'A');
