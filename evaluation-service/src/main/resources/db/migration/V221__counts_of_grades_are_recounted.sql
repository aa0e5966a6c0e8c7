-- V221: the counters of grades are compared with a recount.
-- Why:      a count that is kept can be wrong without anybody seeing it; an operator learns of a difference.
-- Cost:     one read of all appraisals, once an hour.
-- Deploy:   before the version of the service that asks.
-- Rejected: a right of the pipeline to read appraisals; mending the counters: a difference is a defect, and its trace
--           would be gone.

-- Organizations, years and days of entry whose counters are not those of their appraisals.
create function appraisal_tally_differences() returns bigint language sql stable security definer set search_path = public as $$
  select count(*) from (
    select organization_id, year, day from (
      select organization_id, year, recorded_on as day, roll, eligible, took_part, excellent, qualified, basically_qualified, unqualified
      from appraisal_tally
      union all
      select a.organization_id, a.year, d.day, d.sign, d.sign * a.eligible::integer, d.sign * a.took_part::integer,
             d.sign * coalesce(a.grade = 'EXCELLENT', false)::integer, d.sign * coalesce(a.grade = 'QUALIFIED', false)::integer,
             d.sign * coalesce(a.grade = 'BASICALLY_QUALIFIED', false)::integer, d.sign * coalesce(a.grade = 'UNQUALIFIED', false)::integer
      from appraisal a cross join lateral (values (a.recorded_on, -1), (a.superseded_on, 1)) as d (day, sign)
      where d.day is not null) counted
    group by organization_id, year, day
    having sum(roll) <> 0 or sum(eligible) <> 0 or sum(took_part) <> 0 or sum(excellent) <> 0 or sum(qualified) <> 0
      or sum(basically_qualified) <> 0 or sum(unqualified) <> 0) different
$$;
revoke execute on function appraisal_tally_differences from public;
grant execute on function appraisal_tally_differences to ${pipeline};
