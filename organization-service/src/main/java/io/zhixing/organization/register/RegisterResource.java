package io.zhixing.organization.register;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.register.RegisterCounts.Grouping;
import io.zhixing.organization.structure.OrganizationPeriods;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/register")
@Tag(name = "数据 Figures")
public class RegisterResource {

    private final RegisterCounts counts;
    private final YearlyStatistics statistics;
    private final OrganizationPeriods periods;
    private final Organizations organizations;
    private final Access access;

    RegisterResource(RegisterCounts counts, YearlyStatistics statistics, OrganizationPeriods periods,
            Organizations organizations, Access access) {
        this.counts = counts;
        this.statistics = statistics;
        this.periods = periods;
        this.organizations = organizations;
        this.access = access;
    }

    @GET
    @Path("/counts")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getRegisterCounts", summary = "党组织与党员数目 / Counts of organizations and members", description = "今天的数目，按县级区划、领域、类型分组；区划按组织所在地，不按隶属。Of today, by county, sector and type; the county is that of the organization's area, not of its superior.")
    public RegisterCounts.Counts counts(
            @Parameter(description = "党组织标识或编码 Organization by id or code: its subtree", required = true) @RestQuery String organization,
            @Parameter(description = "分组依据，可重复，缺省为全部 COUNTY, SECTOR, TYPE; all when absent") @RestQuery List<String> by) {
        return counts.below(located(organization), groupings(by));
    }

    @GET
    @Path("/yearly-statistics")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Refuses({"ORGANIZATION_NOT_YET_SET_UP"})
    @Operation(operationId = "getYearlyStatistics", summary = "年度统计表 / The yearly table of the register", description = "按县级区划和领域，期末日的存量按当日的组织、名册；当年发生数按今天的组织。每个数字附明细，明细每行附其历史与文号。By county and sector: stocks of the last day by that day's organizations and roll, what happened in the year where it stands today; each figure links as many records as it says, each of these its history and document.")
    public YearlyStatistics.Table statistics(
            @Parameter(description = "党组织标识或编码 Organization by id or code: its subtree", required = true) @RestQuery String organization,
            @Parameter(description = "年份 Year, YYYY", required = true) @RestQuery String year) {
        var located = located(organization);
        if (year == null || !year.matches("(19|20)[0-9]{2}")) {
            throw new ProblemException(
                    List.of(PlatformProblems.PARAMETER_INVALID.at(Place.parameter("year"), "year", "YYYY")));
        }
        var last = LocalDate.of(Integer.parseInt(year), 12, 31);
        var pathThen = periods.pathOn(located.id(), last).orElseThrow(() -> new ProblemException(List.of(
                OrganizationProblems.ORGANIZATION_NOT_YET_SET_UP.at(Place.parameter("year"), last,
                        organizations.findById(located.id()).establishedOn()))));
        return statistics.of(located.id(), pathThen, located.path(), last.getYear());
    }

    private Access.Located located(String organization) {
        if (organization == null) {
            throw new ProblemException(List.of(
                    PlatformProblems.PARAMETER_REQUIRED.at(Place.parameter("organization"), "organization")));
        }
        return access.locate(organization, Place.parameter("organization"));
    }

    private static Set<Grouping> groupings(List<String> by) {
        if (by == null || by.isEmpty()) {
            return RegisterCounts.all();
        }
        var known = Arrays.stream(Grouping.values()).map(Grouping::name).toList();
        if (!known.containsAll(by)) {
            throw new ProblemException(List.of(PlatformProblems.PARAMETER_INVALID.at(Place.parameter("by"), "by",
                    String.join("|", known))));
        }
        return by.stream().map(Grouping::valueOf).collect(Collectors.toSet());
    }
}
