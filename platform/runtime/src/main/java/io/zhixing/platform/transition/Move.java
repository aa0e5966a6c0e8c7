package io.zhixing.platform.transition;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of a state machine, with the day on which it happened. */
@Schema(description = "状态步骤 A step", examples = "{\"transition\":\"activate\",\"on\":\"2016-01-04\"}")
public record Move(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "说明 Comment") @Size(max = 500) String comment) {}
