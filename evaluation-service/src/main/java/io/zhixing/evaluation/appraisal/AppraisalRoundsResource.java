package io.zhixing.evaluation.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import io.zhixing.evaluation.Roles;
import io.zhixing.evaluation.year.AppraisalYear;
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

@Path("/v1/appraisal-rounds")
@Tag(name = "评议轮次 Appraisal rounds", description = "冻结名册、提出等次、审定 From the frozen roll over proposed grades to confirmation")
public class AppraisalRoundsResource {

    private final FreezeRoll freezeRoll;
    private final Lists lists;

    AppraisalRoundsResource(FreezeRoll freezeRoll, Lists lists) {
        this.freezeRoll = freezeRoll;
        this.lists = lists;
    }

    @Schema(name = "FreezeRoll", description = "冻结名册 A round to open", examples = """
            {"organization":"001002003","year":2016,"on":"2017-01-04","expectedRoll":3}""")
    record FreezeRollRequest(
            @Schema(description = "组织标识或编码 Id or code of the organization") @NotBlank @Size(max = 40) String organization,
            @Schema(description = "年度 Year, set by the city before") @NotNull @Min(AppraisalYear.EARLIEST) @Max(AppraisalYear.LATEST) Integer year,
            @Schema(description = "业务日期 Day of freezing, from the day of reckoning to today") @NotNull LocalDate on,
            @Schema(description = "名册应有人数 Members that the caller knows on the roll; refused when others are known here") @Min(1) @Max(5000) Integer expectedRoll,
            @Schema(description = "所更正的轮次 The confirmed round that this one corrects") UUID supersedesRoundId) {}

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"ROLL_EMPTY", "ROLL_NOT_YET_KNOWN", "ROUND_EXISTS", "ROUND_NOT_SUPERSEDABLE", "ROUND_SUPERSEDED",
            "TRANSITION_DAY_INVALID", "YEAR_NOT_SET"})
    @Operation(operationId = "freezeRoll", summary = "冻结名册 / Freeze the roll", description = "以全市基准日的名册开启一轮评议；更正已审定的轮次须指明该轮次，原轮次不变。Opens a round with the roll of the city's day of reckoning. A correction names the confirmed round that it supersedes, which stays as it is.")
    public RestResponse<AppraisalRoundView> freeze(@Valid @NotNull FreezeRollRequest body, @Context UriInfo uri) {
        var round = freezeRoll.handle(body.organization(), body.year(), body.supersedesRoundId(), body.expectedRoll(),
                body.on());
        return ETag.created(uri, round.id(), round.version(), round.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAppraisalRounds", summary = "列出评议轮次 / List appraisal rounds", description = "范围内的轮次，可筛选超出优秀上限和未见学习记录的轮次。Rounds in scope, also those over the cap or without recorded study.")
    public Page<AppraisalRoundRow> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "年度 Year, four digits") @RestQuery String year,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "优秀超出上限 true or false") @RestQuery String capExceeded,
            @Parameter(description = "未见学习记录 true or false") @RestQuery String studyMissing) {
        return lists.answer(AppraisalRounds.LISTING,
                list.query().subtree(organization, directOnly)
                        .number("year", year, AppraisalYear.EARLIEST, AppraisalYear.LATEST)
                        .oneOf("state", state, RoundState.class).flagged("capExceeded", capExceeded)
                        .flagged("studyMissing", studyMissing));
    }
}
