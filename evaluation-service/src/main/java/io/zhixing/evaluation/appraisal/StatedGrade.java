package io.zhixing.evaluation.appraisal;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StatedGrade", description = "一名党员的评定 Grade of one member of the roll, or why he has none")
public record StatedGrade(
        @Schema(description = "党员标识 Id of the member; this or memberNumber") UUID memberId,
        @Schema(description = "党员编号 Member number; this or memberId") @Size(min = 1, max = 40) String memberNumber,
        @Schema(description = "等次 Grade; this or ungradedReason") AppraisalGrade grade,
        @Schema(description = "未评定原因 Why there is no grade; this or grade") UngradedReason ungradedReason,
        @Schema(description = "说明 Explanation; needed for NOT_APPRAISED") @Size(max = 500) String explanation,
        @Schema(description = "是否参评 Whether he took part: handed in a self-assessment, attended, or was credited by a host") @NotNull Boolean tookPart) {}
