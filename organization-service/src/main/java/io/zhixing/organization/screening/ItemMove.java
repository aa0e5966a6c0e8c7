package io.zhixing.organization.screening;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ScreeningItemMove", description = "排查项步骤 A step of an item", examples = "{\"transition\":\"report\",\"on\":\"2016-04-01\",\"finding\":\"LOST_CONTACT\",\"action\":\"RESTORE_CONTACT\"}")
record ItemMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "说明 Note") @Size(max = 500) String comment,
        @Schema(description = "排查结果 Finding, with report") Finding finding,
        @Schema(description = "处理措施 Action, with report") ScreeningAction action) {}
