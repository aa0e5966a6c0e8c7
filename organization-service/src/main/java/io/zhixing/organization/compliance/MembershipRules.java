package io.zhixing.organization.compliance;

import io.zhixing.organization.rule.Rules;

/**
 * What an organization owes its members: how many of those concerned are kept waiting, out of how many. An organization with
 * nobody concerned is not judged.
 */
final class MembershipRules {

    private static final String LEAD_DAYS = Rules.value("WORK_LEAD_DAYS", "ORGANIZATION", "d.day");
    /** Past the last day of one of them, within the lead before it, or none of these. */
    private static final String BY_LAST_DAY = """
            select case when x.first_day < d.day then 'OVERDUE' when x.first_day <= d.day + %s then 'DUE_SOON' else 'MET' end as verdict,
              x.late as present, x.first_day as due_on, x.late as numerator, x.concerned as denominator
            from (%%s) x where x.concerned > 0""".formatted(LEAD_DAYS);

    /** Members on the roll at the end of the last month closed by the day, without those exempt; present: percent, rounded down. */
    static final String DUES = """
            select case when x.paid * 100 >= x.due * r.value then 'MET' else 'NOT_MET' end as verdict,
              case when x.due = 0 then 100 else x.paid * 100 / x.due end as present, null::date as due_on,
              x.paid as numerator, x.due as denominator
            from (select max(c.month) as month from dues_closing c where c.organization_id = p.organization_id and c.closed_on <= d.day) c
            cross join lateral dues_of(p.organization_id, c.month, d.day) x
            where c.month is not null""";

    private static final String OPEN_TRANSFERS = """
            membership_transfer t cross join lateral (
              select s.to_state, s.taken_on from transfer_step s where s.transfer_id = t.id and s.taken_on <= d.day
              order by s.position desc limit 1) s
            where t.sender_id = p.organization_id and s.to_state in (%s)""";

    /** At whichever side they wait: the sender answers for them until they end. */
    static final String TRANSFERS = BY_LAST_DAY.formatted("""
            select count(*) as concerned, count(*) filter (where s.taken_on + r.value::integer < d.day) as late,
              min(s.taken_on) + r.value::integer as first_day from %s"""
            .formatted(OPEN_TRANSFERS.formatted("'SUBMITTED', 'SENDING_APPROVED', 'UPPER_APPROVED'")));

    static final String LETTERS = BY_LAST_DAY.formatted("""
            select count(*) as concerned, count(*) filter (where t.letter_until < d.day) as late, min(t.letter_until) as first_day
            from %s""".formatted(OPEN_TRANSFERS.formatted("'SENDING_APPROVED', 'UPPER_APPROVED'")));

    /** From the last contact by the day; the first one is the registration. */
    static final String FLOATING = BY_LAST_DAY.formatted(
            """
            select count(*) as concerned, count(*) filter (where l.last_day < d.day) as late, min(l.last_day) as first_day
            from floating_member f
            cross join lateral (select coalesce(
              (select max(h.taken_on) from step_history h where h.resource_type = 'floating-member' and h.resource_id = f.id
               and h.step = 'contact' and h.taken_on <= d.day), f.registered_on, f.last_contact_on) as day) c
            cross join lateral (select (c.day + make_interval(months => r.value::integer))::date as last_day) l
            where f.home_id = p.organization_id and f.away_from <= d.day and (f.away_to is null or f.away_to > d.day)""");

    static final String RESIDENCES = BY_LAST_DAY.formatted(
            """
            select count(*) as concerned, count(*) filter (where w.waits and g.registered_on + r.value::integer < d.day) as late,
              min(g.registered_on) filter (where w.waits) + r.value::integer as first_day
            from residence_registration g cross join lateral (select g.confirmed_on is null or g.confirmed_on > d.day as waits) w
            where g.residence_id = p.organization_id and g.registered_on <= d.day and (g.ended_on is null or g.ended_on > d.day)""");

    private MembershipRules() {}
}
