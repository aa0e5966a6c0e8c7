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
 * Which organizations meet a rule on a day, by the tree, the roll and the rule of that day. A rule is one query: for the
 * organization of the period {@code p}, the day {@code d.day} and the rule's row {@code r} it answers the verdict, what is
 * present, the last day, and a rate's two numbers, or no row where the rule does not concern the organization.
 */
final class Compliance {

    private Compliance() {}

    @Schema(name = "ComplianceVerdict", description = "结论 Whether a rule is met; derived from days when it is read, never stored")
    enum Verdict {
        @Label(zh = "符合", en = "Met")
        MET,
        @Label(zh = "不符合", en = "Not met")
        NOT_MET,
        @Label(zh = "即将到期", en = "Due soon")
        DUE_SOON,
        @Label(zh = "已逾期", en = "Overdue")
        OVERDUE,
        @Label(zh = "经批准延期", en = "Postponed with approval")
        POSTPONED
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
             "on":"2016-12-31","verdict":"NOT_MET","needed":50,"present":57,"ruleId":"01912d68-783e-7a0f-8000-0f54b3b0a4d9",
             "severity":"WARNING","source":"Practice before the Branch Regulation","certainty":"B"}""")
    record Finding(
            @Schema(description = "党组织 Organization", required = true) UUID organizationId,
            @Schema(description = "编码 Its code on that day", required = true) String code,
            @Schema(description = "名称 Its name on that day", required = true) String name,
            @Schema(description = "规则 Rule", required = true) OrganizationRule rule,
            @Schema(description = "日期 Day on which it is judged", required = true) LocalDate on,
            @Schema(description = "结论 Verdict", required = true) Verdict verdict,
            @Schema(description = "规定数 What the rule says: members, posts, percent, days or months", required = true, minimum = "0") long needed,
            @Schema(description = "现有数 What is there: members, posts, percent; days or months past the last day; or how many are late", required = true, minimum = "0") long present,
            @Schema(description = "最后日期 Last day, where the rule sets one") LocalDate dueOn,
            @Schema(description = "分子 Those meant, where it is a rate: members paid, or kept waiting", minimum = "0") Long numerator,
            @Schema(description = "分母 All concerned, where it is a rate", minimum = "0") Long denominator,
            @Schema(description = "规则行标识 Row of the rule by which it was judged", required = true) UUID ruleId,
            @Schema(description = "约束程度 How binding it is", required = true) Severity severity,
            @Schema(description = "依据 Source", required = true) String source,
            @Schema(description = "依据的确定程度：A原文，B多方一致，C实践 Certainty: A read, B several texts agree, C practice", required = true) String certainty) {}

    /** Whom a rule concerns on the day: who is at work, where the rule is in force. */
    static final String AT_WORK_AND_IN_FORCE = """
            p.state = 'ACTIVE' and p.valid_from <= d.day and (p.valid_to is null or p.valid_to > d.day)
              and r.effective_from <= d.day and (r.effective_to is null or r.effective_to > d.day)""";

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
        return Listing.of(Finding.class, """
                p.organization_id, p.code, p.name, d.day, s.verdict, s.present, s.due_on, s.numerator, s.denominator, r.id as rule_id, r.value,
                r.severity, r.source, r.certainty""",
                "organization_period p cross join (select ?::date as day) d join organization_rule r on r.code = '"
                        + rule.code() + "' and r.applies_to = " + rule.appliesTo() + " cross join lateral ("
                        + rule.judged() + ") s",
                row -> read(rule, row))
                .placing("on")
                .scopedBy("p.organization_path")
                .orderedBy("organization", "p.organization_path", "text", "p.organization_id", "uuid")
                .where(AT_WORK_AND_IN_FORCE)
                .filter("verdict", "s.verdict = any (?)");
    }

    private static Finding read(OrganizationRule rule, ResultSet row) throws SQLException {
        return new Finding(row.getObject("organization_id", UUID.class), row.getString("code"), row.getString("name"),
                rule, row.getObject("day", LocalDate.class), Verdict.valueOf(row.getString("verdict")),
                row.getLong("value"), row.getLong("present"), row.getObject("due_on", LocalDate.class),
                row.getObject("numerator", Long.class), row.getObject("denominator", Long.class),
                row.getObject("rule_id", UUID.class), Severity.valueOf(row.getString("severity")),
                row.getString("source"), row.getString("certainty"));
    }
}
