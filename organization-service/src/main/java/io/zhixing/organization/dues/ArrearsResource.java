package io.zhixing.organization.dues;

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

@Path("/v1/dues-arrears")
@Tag(name = "党费 Dues")
public class ArrearsResource {

    private final Lists lists;

    ArrearsResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDuesArrears", summary = "列出党费欠交 / List arrears", description = "open=true只列仍欠交的。open=true lists those that are not made good.")
    public Page<ArrearsView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "是否仍欠交 Whether they last") @RestQuery String open) {
        return lists.answer(DuesCompliance.ARREARS, list.query().subtree(organization, directOnly).id("member", member)
                .flagged("open", open));
    }
}
