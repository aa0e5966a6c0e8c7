package io.zhixing.session.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhixing.platform.figures.Rate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "出勤汇总 Attendance in numbers")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttendanceSummary(
        @Schema(description = "应到人数 Members of the host who were due", required = true) int due,
        @Schema(description = "出席人数 Present", required = true) int present,
        @Schema(description = "缺席人数 Absent", required = true) int absent,
        @Schema(description = "请假人数 On leave", required = true) int onLeave,
        @Schema(description = "免予参加人数 Exempt", required = true) int exempt,
        @Schema(description = "列席人数 Guests", required = true) int guest,
        @Schema(description = "待名册确认人数 Not in the directory yet, not counted", required = true) int pendingDirectory,
        @Schema(description = "出勤率 Percent with two decimals; absent without a denominator") String rate,
        @Schema(description = "分子 Present", required = true) int numerator,
        @Schema(description = "分母 Due without exempt", required = true) int denominator) {

    static AttendanceSummary of(AttendanceCount count) {
        return new AttendanceSummary(count.due(), count.present(), count.absent(), count.onLeave(), count.exempt(),
                count.guest(), count.pendingDirectory(), Rate.percent(count.numerator(), count.denominator()),
                count.numerator(), count.denominator());
    }
}
