package io.zhixing.organization.keytask;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyTaskCounts", description = "任务进度统计 Progress with a key task of an organization and all below it, as counts", examples = """
        {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","code":"001002","name":"示例县委员会","obliged":812,"notStarted":0,
         "inProgress":2,"reported":10,"returned":0,"confirmed":800}""")
record CountsView(
        @Schema(description = "组织 Organization", required = true) UUID organizationId,
        @Schema(description = "编码 Code", required = true) String code,
        @Schema(description = "名称 Name", required = true) String name,
        @Schema(description = "承担任务数 Obliged organizations, itself among them", required = true, minimum = "0") long obliged,
        @Schema(description = "未启动数 Not started", required = true, minimum = "0") long notStarted,
        @Schema(description = "进行中数 In progress", required = true, minimum = "0") long inProgress,
        @Schema(description = "已上报数 Reported", required = true, minimum = "0") long reported,
        @Schema(description = "已退回数 Returned", required = true, minimum = "0") long returned,
        @Schema(description = "已确认数 Confirmed", required = true, minimum = "0") long confirmed) {}
