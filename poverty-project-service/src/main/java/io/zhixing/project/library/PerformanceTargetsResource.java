package io.zhixing.project.library;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/performance-targets")
@Tag(name = "帮扶项目 Projects")
public class PerformanceTargetsResource {

    private final Lists lists;

    PerformanceTargetsResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listPerformanceTargets", summary = "列出绩效目标 / List performance targets", description = "目标值和完成值；assisted=true列出范围内组织帮扶的项目的目标。Values to reach and reached; with assisted=true those of the projects that the scope's organizations assist in.")
    public Page<TargetView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "项目 Project") @RestQuery String project,
            @Parameter(description = "是否列出帮扶的项目的目标 true: by the assisting organization instead of the territory") @RestQuery String assisted) {
        var query = list.query();
        var listing = query.isTrue("assisted", assisted) ? PerformanceTargets.ASSISTED : PerformanceTargets.LISTING;
        return lists.answer(listing, query.subtree(organization, directOnly).id("project", project));
    }
}
