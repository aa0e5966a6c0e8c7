package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyTaskProgress", description = "任务进度 An organization's progress with a key task", examples = """
        {"taskId":"01912d68-783e-7a0f-8000-0f54b3b0a5a4","campaignId":"01912d68-783e-7a0f-8000-0f54b3b0a5a1","number":1,
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","state":"REPORTED","steppedOn":"2016-06-20",
         "numerator":12,"denominator":12,"evidenceOn":"2016-06-20","deadline":"2016-06-30","version":2}""")
record ProgressView(
        @Schema(description = "任务 Key task", required = true) UUID taskId,
        @Schema(description = "活动 Campaign", required = true) UUID campaignId,
        @Schema(description = "任务序号 Number of the task", required = true, minimum = "1") int number,
        @Schema(description = "组织 Organization", required = true) UUID organizationId,
        @Schema(description = "状态 State", required = true) ProgressState state,
        @Schema(description = "最近步骤日期 Business day of the last step") LocalDate steppedOn,
        @Schema(description = "佐证分子 Numerator of the evidence counted at the last report") Long numerator,
        @Schema(description = "佐证分母 Its denominator") Long denominator,
        @Schema(description = "佐证日期 Day as of which it was counted") LocalDate evidenceOn,
        @Schema(description = "说明 What the last report stated in words") String statement,
        @Schema(description = "退回理由 Why it was returned") String returnReason,
        @Schema(description = "确认日期 Day on which it was confirmed") LocalDate confirmedOn,
        @Schema(description = "完成期限，按overdueOn或asOf查询时为当日的期限 Last day in time; in a list by overdueOn or asOf the one that stood then", required = true) LocalDate deadline,
        @Schema(description = "版本，未启动为0 Version; 0 before the first step", required = true, minimum = "0") long version) {}
