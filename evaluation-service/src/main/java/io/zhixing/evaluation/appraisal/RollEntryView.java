package io.zhixing.evaluation.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RollEntry", description = "名册党员 A member on a frozen roll, with the grade proposed for him", examples = """
        {"appraisalRoundId":"01912d68-783e-7a0f-8000-0f54b3b0a4e2","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4",
         "memberNumber":"M0000001","memberType":"FULL","basis":"REGISTER","grade":"QUALIFIED","tookPart":true}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RollEntryView(
        @Schema(description = "评议轮次 Round", required = true) UUID appraisalRoundId,
        @Schema(description = "党员标识 Member", required = true) UUID memberId,
        @Schema(description = "党员编号 Member number", required = true) String memberNumber,
        @Schema(description = "党员类型 Type on the day of reckoning", required = true) MemberType memberType,
        @Schema(description = "列入依据 Why he stands on the roll", required = true) RollBasis basis,
        @Schema(description = "提出的等次 Proposed grade") AppraisalGrade grade,
        @Schema(description = "未评定原因 Why no grade is proposed") UngradedReason ungradedReason,
        @Schema(description = "说明 Explanation") String explanation,
        @Schema(description = "是否参评 Whether he took part; absent before grades are proposed") Boolean tookPart) {

    static RollEntryView read(ResultSet row) throws SQLException {
        var grade = row.getString("grade");
        var reason = row.getString("ungraded_reason");
        return new RollEntryView(row.getObject("round_id", UUID.class), row.getObject("member_id", UUID.class),
                row.getString("member_number"), MemberType.valueOf(row.getString("member_type")),
                RollBasis.valueOf(row.getString("basis")), grade == null ? null : AppraisalGrade.valueOf(grade),
                reason == null ? null : UngradedReason.valueOf(reason), row.getString("explanation"),
                row.getObject("took_part", Boolean.class));
    }
}
