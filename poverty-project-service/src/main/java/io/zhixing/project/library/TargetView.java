package io.zhixing.project.library;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PerformanceTarget", description = "绩效目标 What a project is to reach", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d9","projectId":"01912d68-783e-7a0f-8000-0f54b3b0a4d5","kind":"QUANTITY",
         "indicator":"硬化村道","unit":"公里","targetValue":"1.2"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TargetView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "项目 Project", required = true) UUID projectId,
        @Schema(description = "种类 Kind", required = true) TargetKind kind,
        @Schema(description = "指标 Indicator", required = true) String indicator,
        @Schema(description = "单位 Unit", required = true) String unit,
        @Schema(description = "目标值 Value to reach, decimal text", required = true) String targetValue,
        @Schema(description = "完成值 Value reached, decimal text") String actualValue) {}
