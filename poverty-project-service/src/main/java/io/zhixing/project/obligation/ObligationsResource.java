package io.zhixing.project.obligation;

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

import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.project.CountyCode;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/obligations")
@Tag(name = "欠款 Obligations", description = "拖欠补偿款、滞留养老保障资金 Arrears of compensation, retained pension money")
public class ObligationsResource {

    private final RecordObligation recordObligation;
    private final Obligations obligations;
    private final Lists lists;

    ObligationsResource(RecordObligation recordObligation, Obligations obligations, Lists lists) {
        this.recordObligation = recordObligation;
        this.obligations = obligations;
        this.lists = lists;
    }

    @Schema(name = "RecordObligation", description = "登记欠款 An obligation to record", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","kind":"LAND_COMPENSATION_ARREARS","countyCode":"441223",
             "creditorName":"示例村","documentNo":"示例〔2015〕8号","dueFen":50000000,"on":"2015-10-01"}""")
    record RecordObligationRequest(
            @Schema(description = "所属组织 Owner organization") @NotNull UUID organizationId,
            @Schema(description = "欠款种类 Kind") @NotNull ObligationKind kind,
            @Schema(description = "县区代码 County code, GB/T 2260") @NotNull @Pattern(regexp = "[0-9]{6}") String countyCode,
            @Schema(description = "债权单位 Creditor: a village or a group, no person") @NotBlank @Size(max = 200) String creditorName,
            @Schema(description = "文号 Number of the document") @Size(min = 1, max = 100) String documentNo,
            @Schema(description = "应付（分） Due, in fen") @NotNull @Min(1) @Max(9007199254740991L) Long dueFen,
            @Schema(description = "形成日期 Day on which it arose, not after today") @NotNull LocalDate on) {

        Obligation.Facts facts() {
            return new Obligation.Facts(organizationId, kind, countyCode, creditorName, documentNo, on, dueFen);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.FUND_CASHIER, Roles.SYSTEM_CLIENT})
    @Refuses({"STEP_OUT_OF_ORDER"})
    @Operation(operationId = "recordObligation", summary = "登记欠款 / Record an obligation", description = "以支付明细清偿，付清即销号。Payment lines settle it; paid in full it is settled.")
    public RestResponse<ObligationView> record(@Valid @NotNull RecordObligationRequest body, @Context UriInfo uri) {
        var owed = recordObligation.handle(body.facts());
        return ETag.created(uri, owed.id(), owed.version(), owed.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listObligations", summary = "列出欠款 / List obligations", description = "范围内的欠款，count=true时附应付、已付合计。In the caller's scope; with count=true the sums due and settled.")
    public Page<ObligationView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "欠款种类 Kind") @RestQuery List<String> kind,
            @Parameter(description = "县区代码 County code") @RestQuery String county,
            @Parameter(description = "文号 Number of the document") @RestQuery String documentNo,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(Obligations.LISTING, list.query().subtree(organization, directOnly)
                .oneOf("kind", kind, ObligationKind.class).formed("county", county, CountyCode.FORM)
                .equal("documentNo", documentNo)
                .oneOf("state", state, ObligationState.class));
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getObligation", summary = "读取欠款 / Read an obligation", description = "按标识读取 By its id.")
    public RestResponse<ObligationView> get(@RestPath UUID id) {
        var owed = obligations.find(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        return ETag.ok(owed.version(), owed.view());
    }
}
