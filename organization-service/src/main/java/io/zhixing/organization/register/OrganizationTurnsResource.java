package io.zhixing.organization.register;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.Sector;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/organization-turns")
@Tag(name = "数据 Figures")
public class OrganizationTurnsResource {

    private final Lists lists;

    OrganizationTurnsResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listOrganizationTurns", summary = "列出启用、撤销与合并 / List organizations that began or ended", description = "每次启用、撤销、合并及其理由和文号，按今天的组织树、区划和领域；年度统计表的当年发生数即其行数。Each with reason and document, by today's tree, areas and sectors; the yearly table counts these rows.")
    public Page<OrganizationTurns.OrganizationTurn> list(@BeanParam ListParameters list,
            @RestQuery String organization, @RestQuery String directOnly,
            @Parameter(description = "启用或终止 Took up work, or ended") @RestQuery List<String> turn,
            @Parameter(description = "起始日 First business day, YYYY-MM-DD") @RestQuery String from,
            @Parameter(description = "截止日 Last business day, YYYY-MM-DD") @RestQuery String to,
            @Parameter(description = "县级区划代码 County of the area") @RestQuery String county,
            @Parameter(description = "领域 Sector") @RestQuery List<String> sector,
            @Parameter(description = "没有领域 true: those without a sector alone; false: those with one") @RestQuery String withoutSector) {
        return lists.answer(OrganizationTurns.LISTING, list.query().subtree(organization, directOnly)
                .oneOf("turn", turn, OrganizationTurns.Turn.class).day("from", from).day("to", to)
                .equal("county", county).oneOf("sector", sector, Sector.class)
                .flagged("withoutSector", withoutSector));
    }
}
