package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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

@Path("/v1/dues-receipts")
@Tag(name = "党费 Dues")
public class ReceiptsResource {

    private final RecordReceipt recordReceipt;
    private final Lists lists;

    ReceiptsResource(RecordReceipt recordReceipt, Lists lists) {
        this.recordReceipt = recordReceipt;
        this.lists = lists;
    }

    @Schema(name = "RecordDuesReceipt", description = "登记收讫 A receipt to record", examples = """
            {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","kind":"RECEIPT","paidThrough":"2016-05","amountFen":4200,"on":"2016-05-18"}""")
    @JsonIgnoreProperties({"id"})
    record ReceiptRequest(
            @Schema(description = "党员 Member") @NotNull UUID memberId,
            @Schema(description = "种类 Kind") @NotNull ReceiptKind kind,
            @Schema(description = "交至月份 Last month paid, YYYY-MM") @NotNull @Pattern(regexp = Month.FORM) String paidThrough,
            @Schema(description = "金额（分） Amount in fen; a record, no payment") @NotNull @Min(0) @Max(9007199254740991L) Long amountFen,
            @Schema(description = "收讫日期 Business day, not after today") @NotNull LocalDate on,
            @Schema(description = "更正原因 Reason, of a correction") @Size(max = 500) String reason) {

        RecordReceipt.Stated stated() {
            return new RecordReceipt.Stated(memberId, kind, paidThrough, amountFen, on, reason);
        }
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "DUES_CORRECTION_GOES_BACK", "DUES_PAID_BEFORE",
            "RECORDER_CORRECTS", "STEP_REASON_REQUIRED"})
    @Operation(operationId = "recordDuesReceipt", summary = "登记党费收讫 / Record a receipt", description = "收讫只向后推进交至月份；更正由另一人说明原因后退回。补齐后不再欠交。A receipt moves the month forward; a correction by another person, with its reason, moves it back. Whoever has paid what was closed is in arrears no more.")
    public ReceiptView record(@Valid @NotNull ReceiptRequest body) {
        return recordReceipt.handle(body.stated());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDuesReceipts", summary = "列出党费收讫 / List receipts", description = "count=true同时给出金额合计。With count=true also the sum of the amounts.")
    public Page<ReceiptView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "种类 Kind") @RestQuery List<String> kind) {
        return lists.answer(DuesBook.RECEIPTS, list.query().subtree(organization, directOnly).id("member", member)
                .oneOf("kind", kind, ReceiptKind.class));
    }
}
