package io.zhixing.project.rule;

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

@Path("/v1/rules")
@Tag(name = "规则 Rules", description = "按日期生效的规则及其依据 Dated rules and their sources")
public class RulesResource {

    private final Rules rules;
    private final Lists lists;

    RulesResource(Rules rules, Lists lists) {
        this.rules = rules;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listProjectRules", summary = "列出规则 / List rules", description = "业务按其业务日期当天的规则判断。A step is judged by the rule in force on its business day.")
    public Page<RuleView> list(@BeanParam ListParameters list,
            @Parameter(description = "规则代码 Code of the rule") @RestQuery String code,
            @Parameter(description = "生效于该日 Day on which the rule is in force, YYYY-MM-DD") @RestQuery String on) {
        return lists.answer(Rules.LISTING, list.query().named("code", code, rules.codes()).day("on", on));
    }
}
