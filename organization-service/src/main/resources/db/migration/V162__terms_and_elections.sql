-- V162: terms of committees and the elections that begin them.
-- Why:      both questions of the 2016 special check must be answered of any subtree and day: which terms are overdue
--           without approval, and which were postponed by more than a year. Terms of one organization never overlap.
-- Cost:     empty tables; one more rule table of few rows.
-- Deploy:   before the code that writes them; the version before ignores them.
-- Rejected: a state of the term (due soon, overdue) written by a job: it would be wrong every night until the job has run,
--           and on every other day that is asked for. Dates say it.
create table committee_term (
  id uuid constraint committee_term_pk primary key,
  organization_id uuid not null constraint committee_term_organization_fk references party_organization (id),
  number integer not null constraint committee_term_number_positive check (number > 0),
  elected_on date not null,
  years integer not null constraint committee_term_years check (years between 1 and 10),
  ends_on date not null,
  deviation_reason text,
  deviation_source text,                -- the rule from which the years differ
  extended_until date,
  extension_reason text,
  ended_on date,
  election_id uuid,
  stepped_on date not null,
  version bigint not null,
  constraint committee_term_number_once unique (organization_id, number),
  constraint committee_term_days check (ends_on > elected_on and ended_on > elected_on and extended_until > ends_on),
  constraint committee_term_no_overlap exclude using gist (organization_id with =, daterange(elected_on, ended_on) with &&));
create unique index committee_term_one_open on committee_term (organization_id) where ended_on is null;
create index committee_term_open_ends on committee_term (ends_on) where ended_on is null;

create table term_election (
  id uuid constraint term_election_pk primary key,
  organization_id uuid not null constraint term_election_organization_fk references party_organization (id),
  kind text not null constraint term_election_kind check (kind in ('REGULAR', 'EARLY', 'BY_ELECTION')),
  planned_on date not null,
  seats integer not null constraint term_election_seats check (seats > 0),
  years integer constraint term_election_years check (years between 1 and 10),
  deviation_reason text,
  delegates boolean not null,
  reason text,
  session_id uuid,                      -- of the meeting, in session-service; an unverified reference
  held_on date,
  entitled integer,
  present integer,
  void_reason text,
  state text not null constraint term_election_state check (state in ('APPLIED', 'APPROVED', 'RETURNED', 'ELECTED', 'CONFIRMED', 'VOIDED')),
  surplus_short boolean not null default false,   -- fewer candidates than the rule generally asks for
  recorder text,
  stepped_on date not null,
  version bigint not null,
  constraint term_election_attendance check (present >= 0 and present <= entitled and entitled > 0));
create unique index term_election_one_open on term_election (organization_id) where state in ('APPLIED', 'APPROVED', 'ELECTED');
create index term_election_by_organization on term_election (organization_id, id);

create table election_candidate (
  election_id uuid not null constraint election_candidate_election_fk references term_election (id),
  member_id uuid not null constraint election_candidate_member_fk references party_member (id),
  post text not null,
  votes integer not null constraint election_candidate_votes check (votes >= 0),
  elected boolean not null,
  constraint election_candidate_pk primary key (election_id, member_id));

do $$
declare
  t text;
begin
  foreach t in array array['committee_term', 'term_election'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for all to ${application} using (exists (select from party_organization o where o.id = %I.organization_id))',
                   t || '_of_organization', t, t);
  end loop;
end $$;
alter table election_candidate enable row level security;
alter table election_candidate force row level security;
create policy election_candidate_of_election on election_candidate for all to ${application}
  using (exists (select from term_election e where e.id = election_candidate.election_id));
grant select, insert, update on committee_term, term_election to ${application};
grant select, insert on election_candidate to ${application};

-- Rules may name two bounds: the regular years, and those that are allowed at all.
insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty)
select gen_random_uuid(), r.code, t.type, r.value, r.severity, r.effective_from::date, r.effective_to::date, r.source, r.certainty
from (values
  ('PRIMARY_COMMITTEE', 'TERM_YEARS_LEAST', 3, 'WARNING', '1921-07-01', '2018-07-12', '中国共产党章程: 基层党委每届任期三年至五年', 'B'),
  ('PRIMARY_COMMITTEE', 'TERM_YEARS_MOST', 5, 'WARNING', '1921-07-01', '2018-07-12', '中国共产党章程: 基层党委每届任期三年至五年', 'B'),
  ('LOCAL_COMMITTEE', 'TERM_YEARS_LEAST', 5, 'WARNING', '1982-09-06', null, '中国共产党章程: 地方委员会每届任期五年', 'B'),
  ('LOCAL_COMMITTEE', 'TERM_YEARS_MOST', 5, 'WARNING', '1982-09-06', null, '中国共产党章程: 地方委员会每届任期五年', 'B'),
  ('BRANCH', 'TERM_YEARS_LEAST', 2, 'WARNING', '1921-07-01', '2017-10-24', '中国共产党章程（2012年）: 两年或三年', 'B'),
  ('BRANCH', 'TERM_YEARS_MOST', 3, 'WARNING', '1921-07-01', '2017-10-24', '中国共产党章程（2012年）: 两年或三年', 'B'),
  ('BRANCH', 'TERM_YEARS_LEAST', 3, 'WARNING', '2017-10-24', '2018-07-12', '中国共产党章程（十九大修改）: 三年至五年', 'B'),
  ('BRANCH', 'TERM_YEARS_MOST', 5, 'WARNING', '2017-10-24', '2018-07-12', '中国共产党章程（十九大修改）: 三年至五年', 'B'),
  ('PRIMARY_COMMITTEE', 'TERM_YEARS_LEAST', 5, 'WARNING', '2018-07-12', null, '关于党的基层组织任期的意见, 2018: 一般为五年', 'A'),
  ('PRIMARY_COMMITTEE', 'TERM_YEARS_MOST', 5, 'WARNING', '2018-07-12', null, '关于党的基层组织任期的意见, 2018: 一般为五年', 'A'),
  ('BRANCH', 'TERM_YEARS_LEAST', 3, 'WARNING', '2018-07-12', null, '关于党的基层组织任期的意见, 2018: 一般为三年', 'A'),
  ('BRANCH', 'TERM_YEARS_MOST', 3, 'WARNING', '2018-07-12', null, '关于党的基层组织任期的意见, 2018: 一般为三年', 'A'),
  ('VILLAGE_OR_COMMUNITY', 'TERM_YEARS_LEAST', 5, 'ERROR', '2018-07-12', null, '关于党的基层组织任期的意见, 2018: 村和社区为五年', 'A'),
  ('VILLAGE_OR_COMMUNITY', 'TERM_YEARS_MOST', 5, 'ERROR', '2018-07-12', null, '关于党的基层组织任期的意见, 2018: 村和社区为五年', 'A'),
  ('ELECTION', 'ELECTION_QUORUM_FIFTHS_EXCLUSIVE', 4, 'ERROR', '1990-06-27', '2020-07-13', '基层组织选举工作暂行条例, 1990: 超过五分之四', 'B'),
  ('ELECTION', 'ELECTION_QUORUM_FIFTHS', 4, 'ERROR', '2020-07-13', null, '基层组织选举工作条例, 2020: 五分之四以上', 'B'),
  ('ELECTION', 'ELECTION_DELEGATES_FROM_MEMBERS', 500, 'ERROR', '1990-06-27', null, '基层组织选举工作条例: 党员五百名以上可开代表大会', 'A'),
  ('ELECTION', 'ELECTION_SURPLUS_PERCENT', 20, 'WARNING', '1990-06-27', null, '差额不少于应选人数的百分之二十', 'C'),
  ('ELECTION', 'TERM_DUE_SOON_MONTHS', 6, 'WARNING', '1921-07-01', null, '任期届满前六个月提醒', 'A'),
  ('ELECTION', 'TERM_POSTPONED_MONTHS', 12, 'WARNING', '1921-07-01', null, '延期一般不超过一年', 'A'))
  as r (applies_to, code, value, severity, effective_from, effective_to, source, certainty)
cross join lateral (select r.applies_to as type union all select 'GENERAL_BRANCH' where r.applies_to = 'BRANCH') as t;
