package io.zhixing.organization.member;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.OrganizationPeriods;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.contract.SaysItsDay;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
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

/** Who stood on the rolls below an organization on a day, by the tree, areas and sectors of that day. */
@Path("/v1/organizations/{id}/roll")
@Tag(name = "在册 Rolls")
public class RollOfDayResource {

    private final Organizations organizations;
    private final OrganizationPeriods periods;
    private final Lists lists;
    private final Clock clock;

    RollOfDayResource(Organizations organizations, OrganizationPeriods periods, Lists lists, Clock clock) {
        this.organizations = organizations;
        this.periods = periods;
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Refuses({"ORGANIZATION_NOT_YET_SET_UP"})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @SaysItsDay
    @Operation(operationId = "listOrganizationRoll", summary = "查询某日的在册党员 / Members on the rolls of a day", description = "该组织及其全部下级当日在册的党员，按当日的组织树、区划和领域；只含调用方今天可见的组织和党员。Those on the rolls of it and of everything below it by the tree, areas and sectors of that day, as far as the caller sees those organizations and members today.")
    public Page<RollPeriodView> list(@RestPath UUID id, @BeanParam ListParameters list,
            @Parameter(description = "日期，缺省为今天 Day of roll and tree, YYYY-MM-DD; today when absent") @RestQuery String on,
            @Parameter(description = "县级区划代码 County of the branch's area on that day") @RestQuery String county,
            @Parameter(description = "领域 Sector of the branch on that day") @RestQuery List<String> sector,
            @Parameter(description = "没有领域 true: those of branches without a sector alone; false: with one") @RestQuery String withoutSector,
            @Parameter(description = "只含至该日已转正的党员 Only full members who were so by this day, YYYY-MM-DD") @RestQuery String fullBy,
            @Parameter(description = "入党日期起 Only who joined on this day or later, YYYY-MM-DD") @RestQuery String joinedFrom,
            @Parameter(description = "入党日期止 Only who joined on this day or earlier, YYYY-MM-DD") @RestQuery String joinedTo) {
        var organization = organizations.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        var day = on == null
                ? Shanghai.today(clock)
                : Shanghai.day(on).orElseThrow(() -> new ProblemException(
                        List.of(PlatformProblems.PARAMETER_INVALID.at(Place.parameter("on"), "on", "YYYY-MM-DD"))));
        var within = periods.pathOn(id, day).orElseThrow(() -> new ProblemException(
                List.of(OrganizationProblems.ORGANIZATION_NOT_YET_SET_UP.at(Place.parameter("on"), day,
                        organization.establishedOn()))));
        return lists.answer(Rolls.OF_A_DAY,
                list.query().equal("within", within).equal("county", county).oneOf("sector", sector, Sector.class)
                        .flagged("withoutSector", withoutSector).day("fullBy", fullBy).day("joinedFrom", joinedFrom)
                        .day("joinedTo", joinedTo).judgedOn("on", day.toString()));
    }
}
