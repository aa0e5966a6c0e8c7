package io.zhixing.organization.standing;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "OrganizationStanding", description = "党组织评议与整顿情况 What evaluation-service told of an organization", examples = """
        {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","underCorrection":1,
         "appraisal":{"year":2016,"asOf":"2016-12-31","confirmedOn":"2017-01-20","roll":23,"eligible":21,"tookPart":22,"graded":20,
          "excellent":6,"qualified":13,"basicallyQualified":1,"unqualified":0},
         "rectification":{"year":2016,"category":"WEAK_ORGANIZATION","state":"IN_PROGRESS","changedOn":"2016-05-04"}}""")
record OrganizationStanding(
        @Schema(description = "党组织 Organization", required = true) UUID organizationId,
        @Schema(description = "限期改正党员数 Members of it who are under correction now", required = true, minimum = "0") long underCorrection,
        @Schema(description = "最近一次审定的评议 Newest confirmed appraisal; absent until one is") Appraisal appraisal,
        @Schema(description = "最近一次整顿 Newest case of rectification; absent while there was none") Rectification rectification) {

    @Schema(name = "OrganizationAppraisal", description = "评议汇总 An appraisal round with its counts")
    record Appraisal(
            @Schema(description = "评议年度 Year", required = true) int year,
            @Schema(description = "基准日 Day of reckoning of the roll", required = true) LocalDate asOf,
            @Schema(description = "审定日期 Day of confirmation, Asia/Shanghai", required = true) LocalDate confirmedOn,
            @Schema(description = "应在册 Members on the frozen roll", required = true, minimum = "0") int roll,
            @Schema(description = "应评 Full members without a standing reason", minimum = "0") Integer eligible,
            @Schema(description = "参评 Members who took part", minimum = "0") Integer tookPart,
            @Schema(description = "评定 Members with a grade", minimum = "0") Integer graded,
            @Schema(description = "优秀 Excellent", minimum = "0") Integer excellent,
            @Schema(description = "合格 Qualified", minimum = "0") Integer qualified,
            @Schema(description = "基本合格 Basically qualified", minimum = "0") Integer basicallyQualified,
            @Schema(description = "不合格 Unqualified", minimum = "0") Integer unqualified) {}

    @Schema(name = "OrganizationRectification", description = "整顿情况 A case of a weak organization")
    record Rectification(
            @Schema(description = "年度 Year") Integer year,
            @Schema(description = "类别 Category, in evaluation-service's words") String category,
            @Schema(description = "状态 State, in evaluation-service's words", required = true) String state,
            @Schema(description = "变更日期 Day of the last step, Asia/Shanghai", required = true) LocalDate changedOn) {}
}
