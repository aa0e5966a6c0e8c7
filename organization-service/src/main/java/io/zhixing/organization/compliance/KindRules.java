package io.zhixing.organization.compliance;

/** What the regulation says "generally" of kinds of branches: temporary ones, joint ones. */
final class KindRules {

    private static final String TEMPORARY = "p.kind = 'TEMPORARY'";

    /** Who joined the Party on this roll. */
    static final String ADMISSIONS = temporary(
            """
            (select count(*) as present from roll_period a join party_member m on m.id = a.member_id
             where a.organization_path = p.organization_path and a.organization_id = p.organization_id and m.joined_on = a.on_roll_from and m.joined_on <= d.day)""");

    static final String DISCIPLINE = temporary("""
            (select count(*) as present from party_member m
             where m.organization_path = p.organization_path and m.organization_id = p.organization_id
             and m.status in ('SUSPENDED', 'REMOVED', 'EXPELLED') and m.on_roll_to <= d.day)""");

    /** Months that it closed. */
    static final String DUES = temporary(
            """
            (select count(*) as present from dues_closing m where m.organization_id = p.organization_id and m.closed_on <= d.day)""");

    static final String ELECTIONS = temporary("""
            (select count(*) as present from term_election e where e.organization_id = p.organization_id
             and e.state not in ('RETURNED', 'VOIDED') and e.planned_on <= d.day)""");

    static final String UNITS = SizeRules.judged(
            """
            (select coalesce(cardinality(o.covered_units), 0) as present from party_organization o where o.id = p.organization_id)""",
            "<=", "p.kind = 'JOINT'");

    private KindRules() {}

    private static String temporary(String counted) {
        return SizeRules.judged(counted, "<=", TEMPORARY);
    }
}
