package io.zhixing.organization.compliance;

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

@Path("/v1/rules")
@Tag(name = "合规 Compliance")
public class OrganizationRulesResource {

    private final Lists lists;

    OrganizationRulesResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listOrganizationRules", summary = "查询规则 / List rules", description = "组织工作的规则，附依据、确定程度和有效期。The rules of this service, each with its source, certainty and days in force.")
    public Page<RuleView> list(@BeanParam ListParameters list,
            @Parameter(description = "规则代码 Code of the rule") @RestQuery String code,
            @Parameter(description = "有效日 Day on which it is in force, YYYY-MM-DD") @RestQuery String on) {
        return lists.answer(RuleView.LISTING, list.query().equal("code", code).day("on", on));
    }
}
