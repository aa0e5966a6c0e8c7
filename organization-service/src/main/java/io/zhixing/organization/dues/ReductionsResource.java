package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/dues-reductions")
@Tag(name = "党费 Dues")
public class ReductionsResource {

    private final AskReduction askReduction;
    private final Lists lists;

    ReductionsResource(AskReduction askReduction, Lists lists) {
        this.askReduction = askReduction;
        this.lists = lists;
    }

    @Schema(name = "AskDuesReduction", description = "申请减免 A reduction to ask for", examples = """
            {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","fromMonth":"2016-01","toMonth":"2016-12","basisPointsOff":5000,
             "reason":"家庭困难","on":"2016-01-10"}""")
    @JsonIgnoreProperties({"id", "refusalReason", "state", "version"})
    record AskRequest(
            @Schema(description = "党员 Member") @NotNull UUID memberId,
            @Schema(description = "起始月份 First month, YYYY-MM") @NotNull @Pattern(regexp = Month.FORM) String fromMonth,
            @Schema(description = "截止月份 Last month, YYYY-MM") @NotNull @Pattern(regexp = Month.FORM) String toMonth,
            @Schema(description = "减免比例（万分之） What is taken off in basis points; 10000 exempts") @NotNull @Min(1) @Max(10000) Integer basisPointsOff,
            @Schema(description = "申请理由 Reason") @NotBlank @Size(max = 500) String reason,
            @Schema(description = "申请日期 Business day, not after today") @NotNull LocalDate on) {

        DuesReduction.Facts facts() {
            return new DuesReduction.Facts(memberId, Month.firstDay(fromMonth), Month.firstDay(toMonth), basisPointsOff,
                    reason, on);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "REDUCTION_OVERLAPS"})
    @Operation(operationId = "askDuesReduction", summary = "申请党费减免 / Ask for a reduction", description = "支部研究后申请，上级党委批准。The branch asks, the committee above approves.")
    public RestResponse<ReductionView> ask(@Valid @NotNull AskRequest body, @Context UriInfo uri) {
        var reduction = askReduction.handle(body.facts());
        return ETag.created(uri, reduction.id(), reduction.version(), reduction.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDuesReductions", summary = "列出党费减免 / List reductions", description = "范围内党员的减免。Reductions of members in scope.")
    public Page<ReductionView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(Reductions.LISTING, list.query().subtree(organization, directOnly).id("member", member)
                .oneOf("state", state, DuesReduction.ReductionState.class));
    }
}
