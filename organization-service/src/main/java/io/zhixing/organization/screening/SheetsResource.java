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

@Path("/v1/screening-sheets")
@Tag(name = "集中排查 Screening")
public class SheetsResource {

    private final Lists lists;

    SheetsResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listScreeningSheets", summary = "列出支部排查表 / List sheets of branches", description = "各支部进度；按县用organization与count=true得合计。Progress of each branch; of a county by organization and count=true.")
    public Page<SheetView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "所属排查标识 Id of the screening") @RestQuery String screening,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(Sheets.LISTING, list.query().subtree(organization, directOnly).id("screening", screening)
                .oneOf("state", state, SheetState.class));
    }
}
