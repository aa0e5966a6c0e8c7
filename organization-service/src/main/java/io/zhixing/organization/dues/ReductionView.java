package io.zhixing.organization.dues;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DuesReduction", description = "党费减免 A reduction of dues", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4eb","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","fromMonth":"2016-01",
         "toMonth":"2016-12","basisPointsOff":5000,"reason":"家庭困难","state":"ASKED","version":1}""")
record ReductionView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "起始月份 First month, YYYY-MM", required = true) String fromMonth,
        @Schema(description = "截止月份 Last month, YYYY-MM", required = true) String toMonth,
        @Schema(description = "减免比例（万分之） What is taken off in basis points; 10000 exempts", required = true, minimum = "1", maximum = "10000") int basisPointsOff,
        @Schema(description = "申请理由 Reason", required = true) String reason,
        @Schema(description = "未批准的原因 Why it was refused") String refusalReason,
        @Schema(description = "状态 State", required = true) DuesReduction.ReductionState state,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
