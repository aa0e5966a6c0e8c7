package io.zhixing.organization.structure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.OrganizationPeriods.OrganizationPeriod;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.contract.SaysItsDay;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.list.Query;
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

/** The tree around an organization as it stood on a day. */
@Path("/v1/organizations/{id}")
@Tag(name = "党组织 Organizations")
public class OrganizationTreeResource {

    private static final String ON = "组织树日期，缺省为今天 Day of the tree, YYYY-MM-DD; today when absent";

    private final Organizations organizations;
    private final OrganizationPeriods periods;
    private final Lists lists;
    private final Clock clock;

    OrganizationTreeResource(Organizations organizations, OrganizationPeriods periods, Lists lists, Clock clock) {
        this.organizations = organizations;
        this.periods = periods;
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @Path("/subtree")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Refuses({"ORGANIZATION_NOT_YET_SET_UP"})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @SaysItsDay
    @Operation(operationId = "listOrganizationSubtree", summary = "查询某日的下级组织 / Subtree on a day", description = "该组织及其全部下级，按当日的组织树；只含调用方今天可见的组织。It and everything below it by the tree of that day, as far as the caller sees those organizations today.")
    public Page<OrganizationPeriod> subtree(@RestPath UUID id, @BeanParam ListParameters list,
            @Parameter(description = ON) @RestQuery String on,
            @Parameter(description = "类型 Type on that day") @RestQuery List<String> type,
            @Parameter(description = "状态 State on that day") @RestQuery List<String> state,
            @Parameter(description = "县级区划代码 County of the area on that day") @RestQuery String county,
            @Parameter(description = "领域 Sector on that day") @RestQuery List<String> sector,
            @Parameter(description = "没有领域 true: those without a sector alone; false: those with one") @RestQuery String withoutSector,
            @Parameter(description = "截至日 As known by the end of this day, YYYY-MM-DD: without states entered later, with those whose end was") @RestQuery String asOf) {
        var day = day(on);
        var query = list.query().equal("within", path(id, day, asOf)).oneOf("type", type, OrganizationType.class)
                .oneOf("state", state, OrganizationState.class).equal("county", county)
                .oneOf("sector", sector, Sector.class).flagged("withoutSector", withoutSector).day("asOf", asOf);
        return asOf == null
                ? answer(query, day)
                : lists.answer(OrganizationPeriods.LISTING, query.judgedOn("begunOn", day.toString())
                        .equal("notEnded", OrganizationPeriods.notEnded(day, asOf)));
    }

    @GET
    @Path("/children")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Refuses({"ORGANIZATION_NOT_YET_SET_UP"})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @SaysItsDay
    @Operation(operationId = "listOrganizationChildren", summary = "查询某日的直接下级 / Children on a day", description = "按当日的组织树 By the tree of that day.")
    public Page<OrganizationPeriod> children(@RestPath UUID id, @BeanParam ListParameters list,
            @Parameter(description = ON) @RestQuery String on) {
        var day = day(on);
        path(id, day);
        return answer(list.query().id("parent", id.toString()), day);
    }

    @GET
    @Path("/ancestors")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Refuses({"ORGANIZATION_NOT_YET_SET_UP"})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @SaysItsDay
    @Operation(operationId = "listOrganizationAncestors", summary = "查询某日的各级上级 / Ancestors on a day", description = "自上而下，按当日的组织树；调用方范围之上的不返回。From the top down by the tree of that day; what lies above the caller's scope is left out.")
    public Page<OrganizationPeriod> ancestors(@RestPath UUID id, @BeanParam ListParameters list,
            @Parameter(description = ON) @RestQuery String on) {
        var day = day(on);
        return answer(list.query().among("places", above(path(id, day))), day);
    }

    @GET
    @Path("/periods")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listOrganizationPeriods", summary = "查询党组织的历史 / What an organization was", description = "按日期排列的各时段：名称、编码、类型、上级、状态。Its periods in order of days: name, code, type, superior, state.")
    public Page<OrganizationPeriod> periods(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(OrganizationPeriods.LISTING, list.query().id("of", id.toString()));
    }

    private Page<OrganizationPeriod> answer(Query query, LocalDate day) {
        return lists.answer(OrganizationPeriods.LISTING, query.judgedOn("on", day.toString()));
    }

    private LocalDate day(String on) {
        return on == null
                ? Shanghai.today(clock)
                : Shanghai.day(on).orElseThrow(() -> new ProblemException(
                        List.of(PlatformProblems.PARAMETER_INVALID.at(Place.parameter("on"), "on", "YYYY-MM-DD"))));
    }

    private String path(UUID id, LocalDate day) {
        return path(id, day, null);
    }

    /** @param asOf as the list is asked with it, which refuses what is no day */
    private String path(UUID id, LocalDate day, String asOf) {
        var organization = visible(id);
        var then = Optional.ofNullable(asOf).flatMap(Shanghai::day).map(known -> periods.pathOn(id, day, known))
                .orElseGet(() -> periods.pathOn(id, day));
        return then.orElseThrow(() -> new ProblemException(List.of(
                OrganizationProblems.ORGANIZATION_NOT_YET_SET_UP.at(Place.parameter("on"), day,
                        organization.establishedOn()))));
    }

    private PartyOrganization visible(UUID id) {
        return organizations.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }

    /** The paths of everything above this one. */
    static List<String> above(String path) {
        var paths = new ArrayList<String>();
        for (int end = path.indexOf('/', 1); end >= 0 && end < path.length() - 1; end = path.indexOf('/', end + 1)) {
            paths.add(path.substring(0, end + 1));
        }
        return paths;
    }
}
