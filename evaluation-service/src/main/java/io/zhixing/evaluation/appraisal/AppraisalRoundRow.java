package io.zhixing.evaluation.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AppraisalRoundRow", description = "评议轮次 An appraisal round in a list", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e2","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","year":2016,
         "asOf":"2016-12-31","state":"CONFIRMED","roll":3,"capExceeded":false,"studyMissing":false,"confirmedOn":"2017-01-20","version":4}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppraisalRoundRow(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "组织 Organization", required = true) UUID organizationId,
        @Schema(description = "年度 Year", required = true) int year,
        @Schema(description = "基准日 Day of reckoning", required = true) LocalDate asOf,
        @Schema(description = "状态 State", required = true) RoundState state,
        @Schema(description = "所更正的轮次 The confirmed round that this one supersedes") UUID supersedesRoundId,
        @Schema(description = "应在册人数 Members on the frozen roll", required = true, minimum = "1") int roll,
        @Schema(description = "优秀超出上限 Whether more are excellent than the cap", required = true) boolean capExceeded,
        @Schema(description = "未见学习记录 Whether it was held without recorded study", required = true) boolean studyMissing,
        @Schema(description = "审定日期 Day of confirmation") LocalDate confirmedOn,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {

    static AppraisalRoundRow read(ResultSet row) throws SQLException {
        return new AppraisalRoundRow(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
                row.getInt("year"), row.getObject("as_of", LocalDate.class), RoundState.valueOf(row.getString("state")),
                row.getObject("supersedes_id", UUID.class), row.getInt("roll"), row.getBoolean("cap_exceeded"),
                row.getBoolean("study_missing"), row.getObject("confirmed_on", LocalDate.class),
                row.getLong("version"));
    }
}
