package io.zhixing.project.reversal;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/ledger/journals/{id}/reversal")
@Tag(name = "冲销 Reversals")
public class JournalReversalResource {

    private final RequestReversal requestReversal;

    JournalReversalResource(RequestReversal requestReversal) {
        this.requestReversal = requestReversal;
    }

    @Schema(name = "RequestReversal", description = "申请冲销 A request to reverse a journal", examples = """
            {"reason":"回单错记在另一笔支付上","documentNo":"示例〔2016〕12号","on":"2016-09-08"}""")
    record RequestReversalRequest(
            @Schema(description = "理由 Reason: what was entered wrongly") @NotBlank @Size(max = 500) String reason,
            @Schema(description = "文号 Number of the document that orders it") @NotBlank @Size(max = 100) String documentNo,
            @Schema(description = "业务日期 Day of the request, not before the journal's day and not after today") @NotNull LocalDate on) {

        ReversalRequest.Facts facts() {
            return new ReversalRequest.Facts(reason, documentNo, on);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.FUND_CASHIER})
    @Refuses({"ACCOUNT_CLOSED", "NOT_REVERSIBLE", "RETURN_NOT_REVERSIBLE", "REVERSAL_REQUESTED", "STEP_OUT_OF_ORDER"})
    @Operation(operationId = "requestReversal", summary = "申请冲销凭证 / Request the reversal of a journal", description = "更正记账错误；另一人确认前资金不动。Corrects a clerk's error; no money moves before another person confirms it.")
    public RestResponse<ReversalView> request(
            @Parameter(description = "凭证号 Number of the journal") @RestPath long id,
            @Valid @NotNull RequestReversalRequest body, @Context UriInfo uri) {
        var request = requestReversal.handle(id, body.facts());
        return ETag.createdAt(uri, "v1/reversals", request.id(), request.version(), request.view());
    }
}
