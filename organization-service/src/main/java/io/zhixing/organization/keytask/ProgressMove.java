package io.zhixing.organization.keytask;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyTaskProgressMove", description = "任务步骤 A step of progress", examples = "{\"transition\":\"start\",\"on\":\"2016-03-10\"}")
record ProgressMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "理由 Reason, with return") @Size(max = 500) String comment,
        @Schema(description = "完成情况说明 What was done, with report; needed where the evidence is stated in words") @Size(max = 2000) String statement) {}
