package io.zhixing.organization.compliance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/organizations/{id}/checks")
@Tag(name = "合规 Compliance")
public class OrganizationChecksResource {

    private final Organizations organizations;
    private final OrganizationChecks checks;
    private final Clock clock;

    OrganizationChecksResource(Organizations organizations, OrganizationChecks checks, Clock clock) {
        this.organizations = organizations;
        this.checks = checks;
        this.clock = clock;
    }

    @Schema(name = "OrganizationChecks", description = "党组织的规则核对 An organization held against its rules", examples = """
            {"on":"2016-12-31","findings":[{"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","code":"001002003",
             "name":"示例支部委员会","rule":"BRANCH_MOST_MEMBERS","on":"2016-12-31","verdict":"NOT_MET","needed":50,"present":57,
             "ruleId":"01912d68-783e-7a0f-8000-0f54b3b0a4d9",
             "severity":"WARNING","source":"Practice before the Branch Regulation","certainty":"B"}]}""")
    record Checked(
            @Schema(description = "日期 Day on which it is judged", required = true) LocalDate on,
            @Schema(description = "各条规则的结论 One finding a rule; none while it is not at work", required = true) List<Compliance.Finding> findings) {}

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getOrganizationChecks", summary = "核对党组织 / Check an organization", description = "逐条对照当日有效的规则，附依据；WARNING为提醒，不妨碍登记。Against each rule in force on that day, with its source; a WARNING hinders nothing.")
    public Checked checks(@RestPath UUID id,
            @Parameter(description = "日期，缺省为今天 Day, YYYY-MM-DD; today when absent") @RestQuery String on) {
        organizations.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var day = on == null
                ? Shanghai.today(clock)
                : Shanghai.day(on).orElseThrow(() -> new ProblemException(
                        List.of(PlatformProblems.PARAMETER_INVALID.at(Place.parameter("on"), "on", "YYYY-MM-DD"))));
        return new Checked(day, checks.of(id, day));
    }
}
