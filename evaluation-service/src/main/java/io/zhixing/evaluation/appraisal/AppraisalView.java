package io.zhixing.evaluation.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Appraisal", description = "评议结果 Confirmed appraisal of one member for one year", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e4","appraisalRoundId":"01912d68-783e-7a0f-8000-0f54b3b0a4e2",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4",
         "memberNumber":"M0000001","memberType":"FULL","year":2016,"grade":"QUALIFIED","tookPart":true,"eligible":true,
         "decidedOn":"2017-01-20","recordedOn":"2017-01-20"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppraisalView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "评议轮次 Round", required = true) UUID appraisalRoundId,
        @Schema(description = "组织 Organization", required = true) UUID organizationId,
        @Schema(description = "党员标识 Member", required = true) UUID memberId,
        @Schema(description = "党员编号 Member number", required = true) String memberNumber,
        @Schema(description = "党员类型 Type on the day of reckoning", required = true) MemberType memberType,
        @Schema(description = "年度 Year", required = true) int year,
        @Schema(description = "等次 Grade; absent where there is none") AppraisalGrade grade,
        @Schema(description = "未评定原因 Why there is no grade") UngradedReason ungradedReason,
        @Schema(description = "说明 Explanation") String explanation,
        @Schema(description = "是否参评 Whether he took part", required = true) boolean tookPart,
        @Schema(description = "是否应评 Whether he should have a grade", required = true) boolean eligible,
        @Schema(description = "审定日期 Day of confirmation", required = true) LocalDate decidedOn,
        @Schema(description = "登记日期 Day of entry", required = true) LocalDate recordedOn,
        @Schema(description = "所更正的结果 The appraisal that this one supersedes") UUID supersedesAppraisalId,
        @Schema(description = "被更正日期 Day of entry of the appraisal that took its place; absent while it is current") LocalDate supersededOn) {

    static AppraisalView read(ResultSet row) throws SQLException {
        var grade = row.getString("grade");
        var reason = row.getString("ungraded_reason");
        return new AppraisalView(row.getObject("id", UUID.class), row.getObject("round_id", UUID.class),
                row.getObject("organization_id", UUID.class), row.getObject("member_id", UUID.class),
                row.getString("member_number"), MemberType.valueOf(row.getString("member_type")), row.getInt("year"),
                grade == null ? null : AppraisalGrade.valueOf(grade),
                reason == null ? null : UngradedReason.valueOf(reason), row.getString("explanation"),
                row.getBoolean("took_part"), row.getBoolean("eligible"), row.getObject("decided_on", LocalDate.class),
                row.getObject("recorded_on", LocalDate.class), row.getObject("supersedes_id", UUID.class),
                row.getObject("superseded_on", LocalDate.class));
    }
}
