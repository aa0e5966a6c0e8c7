package io.zhixing.session.lecture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Lecture", description = "授课 A lecture given in a session", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e2","studySessionId":"01912d68-783e-7a0f-8000-0f54b3b0a4e1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","heldOn":"2016-07-01",
         "lecturerMemberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","title":"做合格党员","minutes":45,"lecturerKind":"SECRETARY"}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LectureView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "活动 Study session", required = true) UUID studySessionId,
        @Schema(description = "主办组织 Host organization", required = true) UUID organizationId,
        @Schema(description = "活动日期 Day of the session", required = true) LocalDate heldOn,
        @Schema(description = "授课党员 Lecturer, a member") UUID lecturerMemberId,
        @Schema(description = "外请授课人 Lecturer from outside the directory") String externalLecturer,
        @Schema(description = "授课人职务 Office of the lecturer") String office,
        @Schema(description = "题目 Title", required = true) String title,
        @Schema(description = "分钟 Minutes", required = true) int minutes,
        @Schema(description = "授课人类别 Kind of lecturer on that day", required = true) LecturerKind lecturerKind) {

    public static LectureView read(ResultSet row) throws SQLException {
        return new LectureView(row.getObject("id", UUID.class), row.getObject("session_id", UUID.class),
                row.getObject("organization_id", UUID.class), row.getObject("held_on", LocalDate.class),
                row.getObject("lecturer_member_id", UUID.class), row.getString("external_lecturer"),
                row.getString("office"), row.getString("title"), row.getInt("minutes"),
                LecturerKind.valueOf(row.getString("lecturer_kind")));
    }
}
