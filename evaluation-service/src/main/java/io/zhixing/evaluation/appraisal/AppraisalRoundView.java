package io.zhixing.evaluation.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AppraisalRound", description = "评议轮次 Appraisal of one organization's members for one year", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e2","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","year":2016,
         "asOf":"2016-12-31","state":"GRADES_PROPOSED","frozenOn":"2017-01-04","roll":3,
         "rollHash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
         "studySessionIds":["01912d68-783e-7a0f-8000-0f54b3b0a4e3"],"studyMissing":false,"proposedOn":"2017-01-10",
         "counts":{"roll":3,"eligible":3,"tookPart":3,"tookPartFull":3,"tookPartProbationary":0,"graded":3,"excellent":1,
          "qualified":2,"basicallyQualified":0,"unqualified":0},
         "cap":{"base":3,"maximum":1,"exceeded":false},"version":3}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppraisalRoundView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "组织 Organization", required = true) UUID organizationId,
        @Schema(description = "年度 Year", required = true) int year,
        @Schema(description = "基准日 Day of reckoning", required = true) LocalDate asOf,
        @Schema(description = "状态 State", required = true) RoundState state,
        @Schema(description = "所更正的轮次 The confirmed round that this one supersedes") UUID supersedesRoundId,
        @Schema(description = "名册冻结日期 Day on which the roll was frozen", required = true) LocalDate frozenOn,
        @Schema(description = "应在册人数 Members on the frozen roll", required = true, minimum = "1") int roll,
        @Schema(description = "名册摘要 SHA-256 of the frozen roll", required = true, pattern = "^[0-9a-f]{64}$") String rollHash,
        @Schema(description = "依据的学习活动 Study sessions that were held before", required = true) List<UUID> studySessionIds,
        @Schema(description = "未见学习记录 Whether it was held without recorded study, where the rule of the year only warns", required = true) boolean studyMissing,
        @Schema(description = "提出日期 Day on which the grades were proposed") LocalDate proposedOn,
        @Schema(description = "各项人数 The counts; absent before grades are proposed") AppraisalCounts counts,
        @Schema(description = "优秀上限 The cap on excellent; absent before grades are proposed") Cap cap,
        @Schema(description = "审定日期 Day of confirmation") LocalDate confirmedOn,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {

    @Schema(name = "ExcellentCap", description = "优秀上限 How many may be excellent, by the rule of the day")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cap(
            @Schema(description = "基数 What the share is a share of", required = true, minimum = "0") int base,
            @Schema(description = "上限 At most, generally", required = true, minimum = "0") int maximum,
            @Schema(description = "是否超出 Whether it is exceeded", required = true) boolean exceeded,
            @Schema(description = "超出理由 Reason of an excess") String excessReason,
            @Schema(description = "上级同意日期 Day on which the superior consented to the excess") LocalDate excessConsentedOn) {}
}
