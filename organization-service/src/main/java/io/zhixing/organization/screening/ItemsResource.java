package io.zhixing.organization.screening;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/screening-items")
@Tag(name = "集中排查 Screening")
public class ItemsResource {

    private final Lists lists;

    ItemsResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listScreeningItems", summary = "列出排查项 / List items", description = "待处理的差异用state=REPORTED。Differences that wait: state=REPORTED.")
    public Page<ItemView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "所属排查标识 Id of the screening") @RestQuery String screening,
            @Parameter(description = "排查表标识 Id of the sheet") @RestQuery String sheet,
            @Parameter(description = "排查结果 Finding") @RestQuery List<String> finding,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(Sheets.ITEMS, list.query().subtree(organization, directOnly).id("screening", screening)
                .id("sheet", sheet).oneOf("finding", finding, Finding.class).oneOf("state", state, ItemState.class));
    }
}
