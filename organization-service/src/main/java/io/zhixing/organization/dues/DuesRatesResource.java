package io.zhixing.organization.dues;

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

@Path("/v1/dues-rates")
@Tag(name = "党费 Dues", description = "党费标准、核定、减免、收讫与欠交；不经办收款 Rates, assessments, reductions, receipts and arrears; no money is collected here")
public class DuesRatesResource {

    private final Lists lists;

    DuesRatesResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDuesRates", summary = "列出党费标准 / List rates of dues", description = "各类别、各时期的标准及其依据。Of every category and time, with their source.")
    public Page<DuesRate> list(@BeanParam ListParameters list,
            @Parameter(description = "类别 Category") @RestQuery List<String> category,
            @Parameter(description = "施行日 Day on which they are in force, YYYY-MM-DD") @RestQuery String inForceOn) {
        return lists.answer(DuesRates.LISTING,
                list.query().oneOf("category", category, DuesCategory.class).day("inForceOn", inForceOn));
    }
}
