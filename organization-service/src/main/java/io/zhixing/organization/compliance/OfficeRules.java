package io.zhixing.organization.compliance;

import io.zhixing.organization.rule.Rules;
import io.zhixing.organization.term.Postponement;

/** What an organization itself owes by a day: a secretary, an election, the end of a screening. Present are days or months past it. */
final class OfficeRules {

    private static final String LEAD_DAYS = Rules.value("WORK_LEAD_DAYS", "ORGANIZATION", "d.day");
    private static final String TERM_LEAD = "make_interval(months => "
            + Rules.value("TERM_DUE_SOON_MONTHS", "ELECTION", "d.day") + ")";
    /** The term that ran on the day, put off by what had been approved then. */
    private static final String RUNNING_TERM = """
            (select t.ends_on, %s as extended_until from committee_term t
             where t.organization_id = p.organization_id and coalesce(t.held_from, t.elected_on) <= d.day and (t.ended_on is null or t.ended_on > d.day)) t"""
            .formatted(Postponement.until("t", "d.day"));

    /** Vacant since the last one left, or since the organization took up its work; present: days. */
    static final String SECRETARY = """
            select case when v.since is null then 'MET' when d.day <= (v.since + make_interval(months => r.value::integer))::date then 'DUE_SOON'
                   else 'OVERDUE' end as verdict,
              coalesce(d.day - v.since, 0)::bigint as present, (v.since + make_interval(months => r.value::integer))::date as due_on,
              null::bigint as numerator, null::bigint as denominator
            from (select case when not exists (
                select from post h where h.organization_path = p.organization_path and h.organization_id = p.organization_id
                and h.post = 'SECRETARY' and h.held_from <= d.day and (h.held_to is null or h.held_to > d.day))
              then coalesce(
                (select max(h.held_to) from post h where h.organization_path = p.organization_path and h.organization_id = p.organization_id
                 and h.post = 'SECRETARY' and h.held_to <= d.day),
                (select min(b.valid_from) from organization_period b where b.organization_id = p.organization_id and b.state = 'ACTIVE')) end as since) v""";

    /** As {@code TermStanding} says it of a day; present: days past the last one. */
    static final String TERM = """
            select case when d.day < (t.ends_on - %s)::date then 'MET' when d.day < t.ends_on then 'DUE_SOON'
                   when t.extended_until >= d.day then 'POSTPONED' else 'OVERDUE' end as verdict,
              greatest(d.day - coalesce(t.extended_until, t.ends_on - 1), 0)::bigint as present,
              coalesce(t.extended_until, t.ends_on - 1) as due_on, null::bigint as numerator, null::bigint as denominator
            from %s""".formatted(TERM_LEAD, RUNNING_TERM);

    /** Present: months begun between the end of the term and the day to which the election was put off. */
    static final String POSTPONEMENT = """
            select case when t.extended_until > (t.ends_on + make_interval(months => r.value::integer))::date then 'NOT_MET' else 'MET' end as verdict,
              (extract(year from a.late) * 12 + extract(month from a.late) + (extract(day from a.late) > 0)::integer)::bigint as present,
              (t.ends_on + make_interval(months => r.value::integer))::date as due_on, null::bigint as numerator, null::bigint as denominator
            from %s cross join lateral (select age(t.extended_until, t.ends_on) as late) a where t.extended_until is not null"""
            .formatted(RUNNING_TERM);

    /** The newest that runs over the organization; present: days past its last one while it is open. */
    static final String SCREENING = """
            select case when not x.open or d.day < x.to_day - %s then 'MET' when d.day <= x.to_day then 'DUE_SOON' else 'OVERDUE' end as verdict,
              case when x.open then greatest(d.day - x.to_day, 0) else 0 end::bigint as present, x.to_day as due_on,
              null::bigint as numerator, null::bigint as denominator
            from (select c.to_day, c.state = 'OPEN' or c.stepped_on > d.day as open from screening c
                  where c.organization_id = p.organization_id and c.from_day <= d.day order by c.from_day desc, c.id desc limit 1) x"""
            .formatted(LEAD_DAYS);

    private OfficeRules() {}
}
