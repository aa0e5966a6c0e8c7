-- V110: the documents behind every fen: sources, allocations, projects, budgets, notices, obligations, orders with their lines, acceptance.
-- Why:      a limit, a territory, an earmark or a second pair of eyes is a constraint of the row that everybody must write, not a question
--           asked before writing: a question loses races.
-- Cost:     empty tables.
-- Deploy:   with the first version that keeps money. Money is BIGINT fen; no float, no currency column: one city, one currency.
-- Rejected: deferred checks by triggers over sums (slower, and blind to what has not committed yet); territory checked in code.

create table fund_source (                                        -- 资金来源: one funding document
  id                uuid   constraint fund_source_pk primary key,
  organization_path text collate "C" not null,
  code              text   not null constraint fund_source_code_once unique,
  name              text   not null,
  organization_id   uuid   not null,                              -- the owner organization: its scope
  category          text   not null constraint fund_source_category
    check (category in ('POVERTY_SPECIAL', 'LAND_COMPENSATION', 'LAND_PENSION', 'PUBLIC_SERVICE', 'SOCIAL_DONATION', 'OTHER')),
  level             text   not null constraint fund_source_level check (level in ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY', 'SOCIAL')),
  fiscal_year       int    not null constraint fund_source_year check (fiscal_year between 2000 and 2100),
  document_no       text   not null,
  appropriation_fen bigint not null constraint fund_source_amount check (appropriation_fen > 0),
  available_from    date   not null,
  available_to      date   not null,
  status            text   not null default 'DRAFT' constraint fund_source_status check (status in ('DRAFT', 'ACTIVE', 'FROZEN', 'CLOSED')),
  status_on         date   not null,                              -- business day of the last step
  version           bigint not null default 1,
  constraint fund_source_category_of unique (id, category),       -- target of the allocation's copy
  constraint fund_source_period check (available_to >= available_from)
);

create table fund_source_purpose (                                -- 专款专用: what the money may be spent on
  source_id    uuid not null constraint fund_source_purpose_source_fk references fund_source,
  purpose_code text not null,
  constraint fund_source_purpose_pk primary key (source_id, purpose_code)
);

create table fund_allocation (                                    -- 分配下达: part of a source given to one county
  id              uuid   constraint fund_allocation_pk primary key,
  organization_path text collate "C" not null,
  source_id       uuid   not null constraint fund_allocation_source_fk references fund_source,
  organization_id uuid   not null,                                -- the owner organization: the county that received it
  source_category text   not null,                                -- a copy: figures of a county are summed where the city's source is not seen
  county_code     text   not null,
  document_no     text   not null,
  amount_fen      bigint not null constraint allocation_amount check (amount_fen > 0),
  allocated_on    date   not null,
  version         bigint not null default 1,
  constraint allocation_category_of_source foreign key (source_id, source_category) references fund_source (id, category),
  constraint allocation_document_once unique (source_id, document_no, county_code),
  constraint allocation_of_source unique (id, source_id),         -- targets of the composite keys of project_budget
  constraint allocation_of_county unique (id, county_code)
);

create table project (                                            -- 帮扶项目
  id                     uuid    constraint project_pk primary key,
  organization_path text collate "C" not null,
  area_code              text    not null constraint project_area_form check (area_code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  nature                 text    not null constraint project_nature check (nature in ('NEW', 'CONTINUED')),
  tasks                  text,                                    -- these three are the content asked for from COUNTY_REVIEW on
  beneficiaries          text,
  benefit_mechanism      text,                                    -- 带贫减贫机制
  library_year           int     not null constraint project_library_year check (library_year between 2000 and 2100),
  assisting_path         text collate "C",
  submitted_by           text,
  reviewed_by            text,
  completed_by           text,
  budget_fen             bigint  not null default 0,              -- of all its budgets; written with them, under this row's lock
  code                   text    not null constraint project_code_once unique,
  name                   text    not null,
  category               text    not null constraint project_category
    check (category in ('ASSISTANCE', 'OBLIGATION_SETTLEMENT', 'RENEWAL', 'ROAD', 'PLATFORM', 'OTHER')),  -- PROJECT_* figures: ASSISTANCE only
  county_code            text    not null,
  purpose_code           text    not null,
  organization_id        uuid    not null,                        -- the territorial Party organization: the project's scope
  assisting_organization_id uuid constraint assisting_is_another check (assisting_organization_id <> organization_id),  -- 结对帮扶: may read it
  implementing_unit      text    not null,
  plan_start             date    not null,
  plan_end               date    not null,
  has_performance_target boolean not null default false,          -- set with the targets, in their transaction, under this row's lock
  status                 text    not null default 'DRAFT' constraint project_status check (status in
    ('DRAFT', 'TOWN_REVIEW', 'COUNTY_REVIEW', 'PUBLIC_NOTICE', 'IN_LIBRARY', 'FUNDED', 'IN_PROGRESS', 'COMPLETED', 'ACCEPTED', 'CLOSED',
     'SUSPENDED', 'REJECTED', 'WITHDRAWN')),
  status_on              date    not null,
  resume_status          text,                                    -- where a suspended project returns to
  version                bigint  not null default 1,
  constraint project_four_eyes check (reviewed_by is null or reviewed_by <> submitted_by),
  constraint project_reviewer_named check (status in ('DRAFT', 'TOWN_REVIEW', 'REJECTED', 'WITHDRAWN') or reviewed_by is not null),
  constraint project_period check (plan_end >= plan_start),
  constraint no_target_no_library check (has_performance_target or status in ('DRAFT', 'REJECTED', 'WITHDRAWN')),
  constraint suspended_knows_return check ((status = 'SUSPENDED') = (resume_status is not null)),
  constraint project_of_county unique (id, county_code),
  constraint project_of_purpose unique (id, purpose_code)
);

create table project_budget (                                     -- 项目预算: money of one allocation for one project
  id            uuid   constraint project_budget_pk primary key,
  organization_path text collate "C" not null,
  project_id    uuid   not null,
  allocation_id uuid   not null,
  source_id     uuid   not null,                                  -- copies that exist only to be compared by the keys below
  county_code   text   not null,
  purpose_code  text   not null,
  amount_fen    bigint not null constraint budget_amount check (amount_fen > 0),
  version       bigint not null default 1,
  constraint budget_once                     unique (project_id, allocation_id),
  constraint budget_source_of_allocation     foreign key (allocation_id, source_id)   references fund_allocation (id, source_id),
  constraint budget_county_of_allocation     foreign key (allocation_id, county_code) references fund_allocation (id, county_code),
  constraint budget_county_of_project        foreign key (project_id, county_code)    references project (id, county_code),
  constraint budget_purpose_of_project       foreign key (project_id, purpose_code)   references project (id, purpose_code),
  constraint budget_purpose_allowed          foreign key (source_id, purpose_code)    references fund_source_purpose (source_id, purpose_code)
);

create table public_notice (                                      -- 公示
  id              uuid constraint public_notice_pk primary key,
  organization_path text collate "C" not null,
  project_id      uuid not null constraint public_notice_project_fk references project,
  organization_id uuid not null,
  kind            text not null constraint notice_kind check (kind in ('ENTRY', 'PLAN', 'BENEFICIARY_LIST', 'COMPLETION')),
  level           text not null constraint notice_level check (level in ('VILLAGE', 'TOWN', 'COUNTY')),
  starts_on       date not null,
  ends_on         date not null,
  required_days   int  not null constraint notice_days_not_negative check (required_days >= 0),  -- of the rule in force on starts_on; 0: no rule known
  open_objections int  not null default 0 constraint notice_objections_counted check (open_objections >= 0),  -- objections update this row
  closed_on       date constraint notice_closed_after_start check (closed_on >= starts_on),
  outcome         text constraint notice_outcome check (outcome in ('PASSED', 'UPHELD')),
  version         bigint not null default 1,
  constraint notice_long_enough   check (ends_on - starts_on >= required_days),   -- the first day is not counted
  constraint notice_closed_whole  check ((closed_on is null) = (outcome is null)),
  constraint notice_not_cut_short check (outcome is distinct from 'PASSED' or closed_on > ends_on),
  constraint notice_undisputed    check (outcome is distinct from 'PASSED' or open_objections = 0),
  constraint notice_no_overlap    exclude using gist (project_id with =, kind with =, level with =, daterange(starts_on, ends_on, '[]') with &&)
);

create table obligation (                                         -- 拖欠补偿款、滞留养老保障资金: what is owed, until it is paid
  id            uuid   constraint obligation_pk primary key,
  organization_path text collate "C" not null,
  organization_id uuid not null,                                  -- the owner organization
  kind          text   not null constraint obligation_kind check (kind in ('LAND_COMPENSATION_ARREARS', 'LAND_PENSION_RETAINED')),
  county_code   text   not null,
  creditor_name text   not null,                                  -- a village or group; persons only as payment lines
  document_no   text,
  arose_on      date   not null,                                  -- the day of the document that states the debt
  due_fen       bigint not null constraint obligation_amount check (due_fen > 0),
  settled_fen   bigint not null default 0,                        -- written by ledger_post and ledger_reverse alone
  version       bigint not null default 1,
  status        text   generated always as (case when settled_fen = 0 then 'OPEN' when settled_fen < due_fen then 'PARTLY_SETTLED' else 'SETTLED' end) stored,
  constraint not_over_settled check (settled_fen between 0 and due_fen)
);

create table disbursement (                                       -- 拨付: one payment order on one budget
  id             uuid   constraint disbursement_pk primary key,
  organization_path text collate "C" not null,
  project_id     uuid   not null constraint disbursement_project_fk references project,
  organization_id uuid  not null,                                 -- the project's
  budget_id      uuid   not null constraint disbursement_budget_fk references project_budget,
  stage          text   not null constraint disbursement_stage check (stage in ('ADVANCE', 'PROGRESS', 'FINAL', 'RETENTION', 'DIRECT_TO_BENEFICIARY')),
  amount_fen     bigint not null constraint disbursement_amount check (amount_fen > 0),
  line_total_fen bigint not null default 0,                       -- written with the lines, under this row's lock, in DRAFT only
  line_count     int    not null default 0,
  consent_document text,                                          -- pay-out list 支付清单: the collective's consent; where it is a must is rule data
  status         text   not null default 'DRAFT' constraint disbursement_status check (status in
    ('DRAFT', 'SUBMITTED', 'APPROVED', 'SENT', 'PAID', 'PARTLY_RETURNED', 'REJECTED', 'CANCELLED')),
  status_on      date   not null,
  requested_by   text   not null,
  approved_by    text,
  version        bigint not null default 1,
  constraint four_eyes      check (approved_by is null or approved_by <> requested_by),
  constraint approver_named check (status in ('DRAFT', 'SUBMITTED', 'REJECTED', 'CANCELLED') or approved_by is not null),
  constraint lines_match    check (status in ('DRAFT', 'REJECTED', 'CANCELLED') or line_total_fen = amount_fen)
);
create index disbursement_by_budget on disbursement (budget_id);

create table payment (                                            -- 支付明细: one payee line
  id              uuid   constraint payment_pk primary key,
  organization_path text collate "C" not null,
  disbursement_id uuid   not null constraint payment_disbursement_fk references disbursement,
  line_no         int    not null,
  beneficiary_id  uuid,                                           -- a person or household; null when the payee is a unit
  payee_name      text   not null,                                -- masked for persons
  obligation_id   uuid   constraint payment_obligation_fk references obligation,                   -- what this line settles
  amount_fen      bigint not null constraint payment_amount check (amount_fen > 0),
  status          text   not null default 'PENDING' constraint payment_status check (status in ('PENDING', 'PAID', 'FAILED', 'RETURNED', 'REVERSED')),
  failure         text   constraint payment_failure check (failure in ('NO_ACCOUNT', 'REFUSED', 'OTHER')),
  bank_ref        text,
  paid_on         date,
  returned_on     date,
  constraint payment_line_once  unique (disbursement_id, line_no),
  constraint payee_once         unique (disbursement_id, beneficiary_id),
  constraint paid_has_proof     check (status not in ('PAID', 'RETURNED', 'REVERSED') or (bank_ref is not null and paid_on is not null)),
  constraint returned_has_day   check (status <> 'RETURNED' or (returned_on is not null and returned_on >= paid_on)),
  constraint failed_has_reason  check ((status = 'FAILED') = (failure is not null))
);
create unique index bank_ref_once on payment (bank_ref) where status <> 'REVERSED';  -- booked on the wrong line and reversed: free for the right one
create index payment_by_obligation on payment (obligation_id) where obligation_id is not null;

create table acceptance (                                         -- 验收
  id           uuid   constraint acceptance_pk primary key,
  organization_path text collate "C" not null,
  project_id   uuid   not null constraint acceptance_project_fk references project,
  held_on      date   not null,
  verdict      text   not null constraint acceptance_verdict check (verdict in ('PASSED', 'FAILED')),
  defects      text,
  report_document text not null,
  requested_by text   not null,                                   -- who reported the project complete
  team         text[] not null constraint acceptance_team_named check (cardinality(team) > 0 and array_position(team, null) is null),
  constraint acceptance_four_eyes  check (requested_by <> all (team)),
  constraint failed_names_defects  check (verdict = 'PASSED' or defects is not null)
);

-- 绩效目标: what the project is to reach; actual values come with its completion.
create table performance_target (
  id            uuid   constraint performance_target_pk primary key,
  project_id    uuid   not null constraint performance_target_project_fk references project,
  organization_path text collate "C" not null,
  kind          text   not null constraint performance_target_kind check (kind in
    ('QUANTITY', 'QUALITY', 'TIMELINESS', 'COST', 'ECONOMIC', 'SOCIAL', 'ECOLOGICAL', 'SUSTAINABILITY', 'SATISFACTION')),
  indicator     text   not null,
  unit          text   not null,
  target_value  numeric(18, 4) not null,
  actual_value  numeric(18, 4),
  constraint performance_target_once unique (project_id, kind, indicator)
);

-- 异议 against a notice; the one who objects may stay unnamed. Open ones are counted on the notice's row.
create table objection (
  id            uuid   constraint objection_pk primary key,
  notice_id     uuid   not null constraint objection_notice_fk references public_notice,
  organization_path text collate "C" not null,
  content       text   not null,
  received_on   date   not null,
  status        text   not null default 'OPEN' constraint objection_status check (status in ('OPEN', 'DISMISSED', 'UPHELD')),
  status_on     date   not null,
  answer        text,
  version       bigint not null default 1,
  constraint objection_answered check ((status = 'OPEN') = (answer is null))
);
create index objection_by_notice on objection (notice_id);

create index fund_source_by_path on fund_source (organization_path, id);
create index fund_allocation_by_path on fund_allocation (organization_path, id);
create index fund_allocation_by_source on fund_allocation (source_id, id);
create index project_by_path on project (organization_path, id);
create index project_by_assisting_path on project (assisting_path) where assisting_path is not null;
create index project_budget_by_path on project_budget (organization_path, id);
create index project_budget_by_allocation on project_budget (allocation_id);
create index public_notice_by_path on public_notice (organization_path, id);
create index obligation_by_path on obligation (organization_path, id);
create index disbursement_by_path on disbursement (organization_path, id);
create index disbursement_by_project on disbursement (project_id, id);
create index payment_by_path on payment (organization_path, id);
create index acceptance_by_project on acceptance (project_id);
