package io.zhixing.organization.compliance;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.compliance.Compliance.Verdict;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.contract.SaysItsDay;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.Echo;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/compliance/{rule}")
@Tag(name = "合规 Compliance", description = "各组织是否符合规则，附依据 Which organizations meet which rule, with its source")
public class ComplianceResource {

    private final Lists lists;
    private final Clock clock;

    ComplianceResource(Lists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Refuses("RULE_UNKNOWN")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @SaysItsDay
    @Operation(operationId = "listCompliance", summary = "查询一条规则的符合情况 / Compliance with one rule", description = "每条规则一个查询：人数与班子（BRANCH_KEEPS_FULL_MEMBERS、BRANCH_MOST_MEMBERS、GENERAL_BRANCH_LEAST_MEMBERS、PRIMARY_COMMITTEE_LEAST_MEMBERS、BRANCH_COMMITTEE_POSTS、BRANCH_COMMITTEE_MOST_POSTS、BRANCH_WITHOUT_COMMITTEE_MOST_POSTS、SECRETARY_IN_POST）、支部类别（JOINT_BRANCH_MOST_UNITS、TEMPORARY_BRANCH_WITHOUT_ADMISSIONS、TEMPORARY_BRANCH_WITHOUT_DISCIPLINE、TEMPORARY_BRANCH_WITHOUT_DUES、TEMPORARY_BRANCH_WITHOUT_ELECTIONS）、届期（TERM_ELECTION_IN_TIME、TERM_POSTPONED_AT_MOST）、党费（DUES_PAID_THROUGH）、排查（SCREENING_IN_TIME）、转移（TRANSFERS_IN_TIME、LETTERS_VALID）、流动与报到（FLOATING_MEMBERS_CONTACTED、RESIDENCES_CONFIRMED）。按当日的组织、名册和规则判断；count=true并按结论筛选即得数目；导出的日期在响应头As-Of中，没有记录时也给出。"
            + "One query a rule: sizes and posts, kinds of branches, terms, dues, screenings, transfers, floating members and residences. Judged by the organizations, the roll and the rule of that day; count=true with a verdict gives the number; an export says the day in the header As-Of, also without a row.")
    public Page<Compliance.Finding> list(@Parameter(description = "规则 Code of the rule") @RestPath String rule,
            @BeanParam ListParameters list,
            @RestQuery String organization, @RestQuery String directOnly,
            @Parameter(description = "结论 Verdict") @RestQuery List<String> verdict,
            @Parameter(description = "日期，缺省为今天 Day, YYYY-MM-DD; today when absent") @RestQuery String on) {
        var asked = Arrays.stream(OrganizationRule.values()).filter(known -> known.name().equals(rule)).findFirst()
                .orElseThrow(() -> OrganizationProblems.RULE_UNKNOWN.about(Echo.of(rule), Arrays
                        .stream(OrganizationRule.values()).map(Enum::name).collect(Collectors.joining(", "))));
        return lists.answer(Compliance.of(asked), list.query().subtree(organization, directOnly)
                .oneOf("verdict", verdict, Verdict.class).judgedOn("on", day(on)));
    }

    private String day(String on) {
        if (on == null) {
            return Shanghai.today(clock).toString();
        }
        if (Shanghai.day(on).isEmpty()) {
            throw new ProblemException(List.of(
                    PlatformProblems.PARAMETER_INVALID.at(Place.parameter("on"), "on", "YYYY-MM-DD")));
        }
        return on;
    }
}
