package io.zhixing.evaluation.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AppraisalRoundMove", description = "评议步骤 A step of an appraisal round", examples = """
        {"transition":"propose-grades","on":"2017-01-10","grades":[
         {"memberNumber":"M0000001","grade":"EXCELLENT","tookPart":true},
         {"memberNumber":"M0000002","grade":"QUALIFIED","tookPart":true},
         {"memberNumber":"M0000003","ungradedReason":"NOT_APPRAISED","explanation":"长期住院","tookPart":false}]}""")
record RoundMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "说明 Comment; the reason of void") @Size(max = 500) String comment,
        @Schema(description = "依据的学习活动 Study sessions of confirm-study; all known ones of the year when absent") @Size(min = 1, max = 200) List<@NotNull UUID> studySessionIds,
        @Schema(description = "等次 Grades of propose-grades: every member of the roll once; the imported ones when absent") @Size(min = 1, max = 5000) List<@NotNull @Valid StatedGrade> grades,
        @Schema(description = "优秀超出上限的理由 Reason of an excess over the cap, with propose-grades") @Size(max = 500) String excessReason) {}
