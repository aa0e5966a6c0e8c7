package io.zhixing.organization.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TransferStep", description = "转移步骤 A step of a transfer", examples = """
        {"position":2,"step":"submit","fromState":"DRAFT","toState":"SUBMITTED","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","on":"2016-03-02","opinion":"本人申请",
         "enteredBy":"county-office/01912d68","enteredAt":"2026-09-01T08:30:02+08:00"}""")
record TransferStepView(
        @Schema(description = "次序 Order: the transfer's version after it", required = true, minimum = "1") long position,
        @Schema(description = "步骤 Step", required = true) String step,
        @Schema(description = "原状态 State before", required = true) String fromState,
        @Schema(description = "新状态 State after", required = true) String toState,
        @Schema(description = "代表的组织 Organization for which it was taken; none for the clock") UUID organizationId,
        @Schema(description = "业务日期 Business day", required = true) LocalDate on,
        @Schema(description = "意见 Opinion") String opinion,
        @Schema(description = "登记人 Client and subject who entered it", required = true) String enteredBy,
        @Schema(description = "登记时间 Instant of entry", required = true) Instant enteredAt) {}
