package io.zhixing.organization.residence;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ResidenceMove", description = "报到步骤 A step of a registration", examples = "{\"transition\":\"feedback\",\"on\":\"2016-12-20\",\"year\":2016,\"comment\":\"参加志愿服务6次\"}")
record ResidenceMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "说明；反馈内容 Comment; the note, with feedback") @Size(max = 500) String comment,
        @Schema(description = "反馈年度 Year of the note, with feedback") @Min(2000) @Max(2100) Integer year) {}
