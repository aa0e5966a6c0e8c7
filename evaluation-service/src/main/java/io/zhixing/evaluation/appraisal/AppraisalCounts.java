package io.zhixing.evaluation.appraisal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AppraisalCounts", description = "评议各项人数 The four counts of an appraisal, and the grades")
public record AppraisalCounts(
        @Schema(description = "应在册 Members on the frozen roll", required = true, minimum = "0") int roll,
        @Schema(description = "应评 Full members without a standing reason", required = true, minimum = "0") int eligible,
        @Schema(description = "参评 Members who took part", required = true, minimum = "0") int tookPart,
        @Schema(description = "正式党员参评 Full members who took part", required = true, minimum = "0") int tookPartFull,
        @Schema(description = "预备党员参评 Probationary members who took part", required = true, minimum = "0") int tookPartProbationary,
        @Schema(description = "评定 Members with a grade", required = true, minimum = "0") int graded,
        @Schema(description = "优秀 Excellent", required = true, minimum = "0") int excellent,
        @Schema(description = "合格 Qualified", required = true, minimum = "0") int qualified,
        @Schema(description = "基本合格 Basically qualified", required = true, minimum = "0") int basicallyQualified,
        @Schema(description = "不合格 Unqualified", required = true, minimum = "0") int unqualified) {}
