package io.zhixing.session.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Attendance", description = "出勤 Attendance of one member in one session", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e4","studySessionId":"01912d68-783e-7a0f-8000-0f54b3b0a4e1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","heldOn":"2016-07-01",
         "memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","state":"ON_LEAVE","stated":"ON_LEAVE","reason":"因公外出"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttendanceView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "活动 Study session", required = true) UUID studySessionId,
        @Schema(description = "主办组织 Host organization", required = true) UUID organizationId,
        @Schema(description = "活动日期 Day of the session", required = true) LocalDate heldOn,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "出勤状态 Attendance as it counts", required = true) AttendanceState state,
        @Schema(description = "登记的出勤 Attendance as stated", required = true) StatedAttendance stated,
        @Schema(description = "原因 Reason of an absence, a leave or an exemption") String reason,
        @Schema(description = "列席依据 Ground of a guest") GuestGround ground) {

    static AttendanceView read(ResultSet row) throws SQLException {
        var ground = row.getString("ground");
        return new AttendanceView(row.getObject("id", UUID.class), row.getObject("session_id", UUID.class),
                row.getObject("organization_id", UUID.class), row.getObject("held_on", LocalDate.class),
                row.getObject("member_id", UUID.class), AttendanceState.valueOf(row.getString("state")),
                StatedAttendance.valueOf(row.getString("stated")), row.getString("reason"),
                ground == null ? null : GuestGround.valueOf(ground));
    }
}
