package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DuesClosing", description = "党费月结 A closed month of a branch, with what is paid by now", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e9","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","month":"2016-05",
         "closedOn":"2016-06-02","due":21,"paid":20}""")
record ClosingView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "支部 Branch", required = true) UUID organizationId,
        @Schema(description = "月份 Month, YYYY-MM", required = true) String month,
        @Schema(description = "结账日期 Business day of the closing", required = true) LocalDate closedOn,
        @Schema(description = "应交党员数 Members on the roll on the month's last day", required = true, minimum = "0") long due,
        @Schema(description = "已交党员数 Of these, paid through this month by now", required = true, minimum = "0") long paid) {}
