package io.zhixing.organization.compliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

import io.zhixing.platform.contract.Label;
import io.zhixing.platform.list.Listing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which organizations meet a rule on a day, by the tree, the roll and the rule of that day. A rule is one query: whom it
 * concerns and what is present there; needed is what its row says.
 */
final class Compliance {

    private static final String FULL = " and m.member_type = 'FULL' and m.full_since <= d.day";
    private static final String COUNT = """
            (select count(*) as present from roll_period r join party_member m on m.id = r.member_id
             where %s and r.on_roll_from <= d.day and (r.on_roll_to is null or r.on_roll_to > d.day)%s)""";
    private static final String OWN = "r.organization_path = p.organization_path and r.organization_id = p.organization_id";
    private static final String BELOW = "r.organization_path >= p.organization_path and r.organization_path < rtrim(p.organization_path, '/') || '0'";
    private static final String POSTS = """
            (select count(*) as present from post h where h.organization_path = p.organization_path and h.organization_id = p.organization_id
             and h.post <> 'FIRST_SECRETARY' and h.held_from <= d.day and (h.held_to is null or h.held_to > d.day))""";

    private Compliance() {}

    @Schema(name = "ComplianceRule", description = "规则 A rule that organizations are held against")
    enum OrganizationRule {
        @Label(zh = "党支部正式党员不少于规定人数", en = "A branch keeps the full members it needs")
        BRANCH_KEEPS_FULL_MEMBERS(COUNT.formatted(OWN, FULL), ">="),
        @Label(zh = "党支部党员一般不超过规定人数", en = "A branch has generally no more members than the rule says")
        BRANCH_MOST_MEMBERS(COUNT.formatted(OWN, ""), "<="),
        @Label(zh = "党总支党员达到规定人数", en = "A general branch has the members it is set up for")
        GENERAL_BRANCH_LEAST_MEMBERS(COUNT.formatted(BELOW, ""), ">="),
        @Label(zh = "基层党委党员达到规定人数", en = "A primary committee has the members it is set up for")
        PRIMARY_COMMITTEE_LEAST_MEMBERS(COUNT.formatted(BELOW, ""), ">="),
        @Label(zh = "正式党员达到规定人数的党支部设支部委员会", en = "A branch of enough full members has a committee")
        BRANCH_COMMITTEE_POSTS(POSTS, ">=");

        private final String present;
        private final String meets;

        OrganizationRule(String present, String meets) {
            this.present = present;
            this.meets = meets;
        }
    }

    @Schema(name = "ComplianceVerdict", description = "结论 Whether a rule is met")
    enum Verdict {
        @Label(zh = "符合", en = "Met")
        MET,
        @Label(zh = "不符合", en = "Not met")
        NOT_MET
    }

    @Schema(name = "Severity", description = "规则的约束程度 How binding a rule is")
    enum Severity {
        @Label(zh = "应当", en = "Shall")
        ERROR,
        @Label(zh = "一般", en = "Generally")
        WARNING,
        @Label(zh = "提示", en = "For information")
        INFO
    }

    @Schema(name = "ComplianceFinding", description = "一个组织对一条规则的符合情况 One organization held against one rule", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"001002003","name":"示例支部委员会","rule":"BRANCH_MOST_MEMBERS",
             "on":"2016-12-31","verdict":"NOT_MET","needed":50,"present":57,"severity":"WARNING",
             "source":"Practice before the Branch Regulation","certainty":"B"}""")
    record Finding(
            @Schema(description = "党组织 Organization", required = true) UUID organizationId,
            @Schema(description = "编码 Its code on that day", required = true) String code,
            @Schema(description = "名称 Its name on that day", required = true) String name,
            @Schema(description = "规则 Rule", required = true) OrganizationRule rule,
            @Schema(description = "日期 Day on which it is judged", required = true) LocalDate on,
            @Schema(description = "结论 Verdict", required = true) Verdict verdict,
            @Schema(description = "规定数 What the rule says", required = true, minimum = "0") long needed,
            @Schema(description = "现有数 What is there", required = true, minimum = "0") long present,
            @Schema(description = "约束程度 How binding it is", required = true) Severity severity,
            @Schema(description = "依据 Source", required = true) String source,
            @Schema(description = "依据的确定程度：A原文，B多方一致，C实践 Certainty: A read, B several texts agree, C practice", required = true) String certainty) {}

    private static final String AT_WORK_AND_IN_FORCE = """
            p.state = 'ACTIVE' and p.valid_from <= d.day and (p.valid_to is null or p.valid_to > d.day)
              and r.effective_from <= d.day and (r.effective_to is null or r.effective_to > d.day)""";
    /** Smaller branches need no committee. */
    private static final String ENOUGH_FOR_A_COMMITTEE = """
            (select present from %s c) >= (select f.value from organization_rule f where f.code = 'BRANCH_COMMITTEE_FROM_FULL_MEMBERS'
             and f.applies_to = p.type and f.effective_from <= d.day and (f.effective_to is null or f.effective_to > d.day))"""
            .formatted(COUNT.formatted(OWN, FULL));

    private static final Map<OrganizationRule, Listing<Finding>> LISTINGS = new EnumMap<>(OrganizationRule.class);

    static {
        for (var rule : OrganizationRule.values()) {
            LISTINGS.put(rule, listing(rule));
        }
    }

    /** The list of one rule; asked with {@code on}. */
    static Listing<Finding> of(OrganizationRule rule) {
        return LISTINGS.get(rule);
    }

    private static Listing<Finding> listing(OrganizationRule rule) {
        var met = "(s.present " + rule.meets + " r.value)";
        return Listing.of(Finding.class,
                "p.organization_id, p.code, p.name, d.day, s.present, r.value, r.severity, r.source, r.certainty, r.code as rule, "
                        + met + " as met",
                "organization_period p cross join (select ?::date as day) d join organization_rule r on r.code = '"
                        + rule.name() + "' and r.applies_to = p.type cross join lateral " + rule.present + " s",
                Compliance::read)
                .placing("on")
                .scopedBy("p.organization_path")
                .orderedBy("organization", "p.organization_path", "text", "p.organization_id", "uuid")
                .where(condition(rule))
                .filter("verdict", "case when " + met + " then 'MET' else 'NOT_MET' end = any (?)");
    }

    /** Whom the rule concerns on the day: who is at work, where the rule is in force. */
    static String condition(OrganizationRule rule) {
        return AT_WORK_AND_IN_FORCE
                + (rule == OrganizationRule.BRANCH_COMMITTEE_POSTS ? " and " + ENOUGH_FOR_A_COMMITTEE : "");
    }

    private static Finding read(ResultSet row) throws SQLException {
        return new Finding(row.getObject("organization_id", UUID.class), row.getString("code"), row.getString("name"),
                OrganizationRule.valueOf(row.getString("rule")), row.getObject("day", LocalDate.class),
                row.getBoolean("met") ? Verdict.MET : Verdict.NOT_MET, row.getLong("value"), row.getLong("present"),
                Severity.valueOf(row.getString("severity")), row.getString("source"), row.getString("certainty"));
    }
}
