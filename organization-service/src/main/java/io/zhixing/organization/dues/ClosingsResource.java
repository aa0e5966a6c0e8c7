package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/dues-closings")
@Tag(name = "党费 Dues")
public class ClosingsResource {

    private final CloseMonth closeMonth;
    private final Lists lists;

    ClosingsResource(CloseMonth closeMonth, Lists lists) {
        this.closeMonth = closeMonth;
        this.lists = lists;
    }

    @Schema(name = "CloseDuesMonth", description = "党费月结 A month to close", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","month":"2016-05","on":"2016-06-02"}""")
    record CloseRequest(
            @Schema(description = "支部 Branch") @NotNull UUID organizationId,
            @Schema(description = "月份 Month that is over, YYYY-MM") @NotNull @Pattern(regexp = Month.FORM) String month,
            @Schema(description = "结账日期 Business day, not after today") @NotNull LocalDate on) {}

    @Schema(name = "DuesMonthClosed", description = "已月结 A month that was closed", examples = """
            {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e9","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","month":"2016-05"}""")
    record Closed(
            @Schema(description = "标识 Id", required = true) UUID id,
            @Schema(description = "支部 Branch", required = true) UUID organizationId,
            @Schema(description = "月份 Month, YYYY-MM", required = true) String month) {}

    @POST
    @Idempotent
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"DAY_IN_FUTURE", "DUES_MONTH_CLOSED", "DUES_MONTH_NOT_OVER", "MEMBERS_ONLY_ON_BRANCH",
            "TEMPORARY_BRANCH_REFUSED"})
    @Operation(operationId = "closeDuesMonth", summary = "党费月结 / Close a month of dues", description = "月末在册而未交至该月的党员列为欠交，全免的除外。Members on the roll on the month's last day who have not paid through it fall into arrears, unless exempt.")
    public Closed close(@Valid @NotNull CloseRequest body) {
        return new Closed(closeMonth.handle(body.organizationId(), body.month(), body.on()), body.organizationId(),
                body.month());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDuesClosings", summary = "列出党费月结 / List closed months", description = "各支部各月应交、已交党员数；count=true给出合计。Members due and paid per branch and month; with count=true their sums.")
    public Page<ClosingView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "月份 Month, YYYY-MM") @RestQuery String month) {
        return lists.answer(DuesCompliance.CLOSINGS,
                Month.filter(list.query().subtree(organization, directOnly), month));
    }
}
