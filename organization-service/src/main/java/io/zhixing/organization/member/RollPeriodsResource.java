package io.zhixing.organization.member;

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

@Path("/v1/roll-periods")
@Tag(name = "在册 Rolls", description = "谁在哪天属于哪个支部 Who was on which branch's roll on which day")
public class RollPeriodsResource {

    private final Lists lists;

    RollPeriodsResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listRollPeriods", summary = "列出在册时段 / List periods on a roll", description = "某日在册的名单用onRollOn；转走、停止党籍或离开的党员仍见于其当时的支部。The roll of a day by onRollOn; whoever was transferred, suspended or left stands on the branch of that day.")
    public Page<RollPeriodView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "在册日 Day on which they are on the roll, YYYY-MM-DD") @RestQuery String onRollOn,
            @Parameter(description = "截至日 Only what was known by the end of this day, YYYY-MM-DD") @RestQuery String asOf) {
        return lists.answer(Rolls.LISTING,
                list.query().subtree(organization, directOnly).id("member", member).day("onRollOn", onRollOn)
                        .equal("notEnded", Rolls.notEnded(onRollOn, asOf)).day("asOf", asOf));
    }
}
