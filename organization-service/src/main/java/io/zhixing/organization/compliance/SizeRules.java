package io.zhixing.organization.compliance;

/** How large an organization is, by the roll and the posts of the day. */
final class SizeRules {

    private static final String COUNT = """
            (select count(*) as present from roll_period r join party_member m on m.id = r.member_id
             where %s and r.on_roll_from <= d.day and (r.on_roll_to is null or r.on_roll_to > d.day)%s)""";
    private static final String FULL = " and m.member_type = 'FULL' and m.full_since <= d.day";
    private static final String OWN = "r.organization_path = p.organization_path and r.organization_id = p.organization_id";
    private static final String BELOW = "r.organization_path >= p.organization_path and r.organization_path < rtrim(p.organization_path, '/') || '0'";
    private static final String POSTS = """
            (select count(*) as present from post h where h.organization_path = p.organization_path and h.organization_id = p.organization_id
             and h.post <> 'FIRST_SECRETARY' and h.held_from <= d.day and (h.held_to is null or h.held_to > d.day))""";
    /** Smaller branches need no committee. */
    private static final String FOR_A_COMMITTEE = """
            (select present from %s c) %%s (select f.value from organization_rule f where f.code = 'BRANCH_COMMITTEE_FROM_FULL_MEMBERS'
             and f.applies_to = p.type and f.effective_from <= d.day and (f.effective_to is null or f.effective_to > d.day))"""
            .formatted(COUNT.formatted(OWN, FULL));

    private SizeRules() {}

    static String ownFullMembers(String meets) {
        return judged(COUNT.formatted(OWN, FULL), meets, "true");
    }

    static String ownMembers(String meets) {
        return judged(COUNT.formatted(OWN, ""), meets, "true");
    }

    static String membersBelow(String meets) {
        return judged(COUNT.formatted(BELOW, ""), meets, "true");
    }

    static String posts(String meets) {
        return judged(POSTS, meets, FOR_A_COMMITTEE.formatted(">="));
    }

    static String postsWithoutCommittee(String meets) {
        return judged(POSTS, meets, FOR_A_COMMITTEE.formatted("<"));
    }

    /** @param concerned which organizations of the rule's type */
    static String judged(String counted, String meets, String concerned) {
        return """
                select case when c.present %s r.value then 'MET' else 'NOT_MET' end as verdict, c.present, null::date as due_on,
                  null::bigint as numerator, null::bigint as denominator
                from %s c where %s""".formatted(meets, counted, concerned);
    }
}
