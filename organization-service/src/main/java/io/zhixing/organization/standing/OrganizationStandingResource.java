package io.zhixing.organization.standing;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.zhixing.organization.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/organizations/{id}/standing")
@Tag(name = "党组织 Organizations")
public class OrganizationStandingResource {

    private final OrganizationStandings standings;
    private final Access access;

    OrganizationStandingResource(OrganizationStandings standings, Access access) {
        this.standings = standings;
        this.access = access;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getOrganizationStanding", summary = "读取党组织的评议与整顿情况 / Read an organization's standing", description = "评估服务发布的最近一次审定评议的汇总、整顿状态和限期改正党员数；由其事件投影，不在此填写。The newest confirmed appraisal, the state of rectification and how many members are under correction, as evaluation-service told them; nothing of it is entered here.")
    public OrganizationStanding get(@RestPath UUID id) {
        return standings.of(access.find(id.toString()).orElseThrow(PlatformProblems.NOT_FOUND::about).id());
    }
}
