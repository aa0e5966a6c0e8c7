package io.zhixing.project.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Payment", description = "支付明细 A payee line", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4dd","disbursementId":"01912d68-783e-7a0f-8000-0f54b3b0a4dc","lineNo":1,
         "payeeName":"示例建筑公司","amountFen":3252700,"state":"PENDING"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "拨付单 Disbursement", required = true) UUID disbursementId,
        @Schema(description = "行号 Number of the line, from 1", required = true, minimum = "1") int lineNo,
        @Schema(description = "受益人 Beneficiary, a person or household") UUID beneficiaryId,
        @Schema(description = "收款人 Payee; a person's name is masked", required = true) String payeeName,
        @Schema(description = "欠款 Obligation that it settles") UUID obligationId,
        @Schema(description = "金额（分） Amount in fen", required = true, minimum = "1") long amountFen,
        @Schema(description = "状态 State", required = true) LineState state,
        @Schema(description = "失败原因 Why the bank did not pay") PaymentFailure failure,
        @Schema(description = "支付日期 Day on which the bank paid") LocalDate paidOn,
        @Schema(description = "退回日期 Day on which the bank gave it back") LocalDate returnedOn) {

    static PaymentView read(ResultSet row) throws SQLException {
        var failure = row.getString("failure");
        return new PaymentView(row.getObject("id", UUID.class), row.getObject("disbursement_id", UUID.class),
                row.getInt("line_no"), row.getObject("beneficiary_id", UUID.class), row.getString("payee_name"),
                row.getObject("obligation_id", UUID.class), row.getLong("amount_fen"),
                LineState.valueOf(row.getString("status")),
                failure == null ? null : PaymentFailure.valueOf(failure),
                row.getObject("paid_on", LocalDate.class), row.getObject("returned_on", LocalDate.class));
    }
}
