package io.zhixing.session.study;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@JsonIgnoreProperties({"id", "heldOn", "recordedOn", "recordedLateBy", "correctedOn", "voidedOn", "state", "version"})
@Schema(name = "RecordStudySession", description = "登记学习活动 A study session to record, with attendance and lectures", examples = """
        {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","type":"THEMED_PARTY_DAY","contents":["COLLECTIVE_STUDY","LECTURE"],
         "startedAt":"2016-07-01T09:00:00+08:00","endedAt":"2016-07-01T10:30:00+08:00","place":"党员活动室",
         "topicRecord":"学党章党规","discussionRecord":"联系实际讨论","outcomeRecord":"形成共识",
         "attendance":[{"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","state":"PRESENT"},
          {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d6","state":"ON_LEAVE","reason":"因公外出"}],
         "lectures":[{"lecturerMemberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","title":"做合格党员","minutes":45}]}""")
public record StudySessionRequest(
        @Schema(description = "主办组织 Host organization") @NotNull UUID organizationId,
        @Schema(description = "党小组 Party group") UUID partyGroupId,
        @Schema(description = "活动类型 Type") @NotNull SessionType type,
        @Schema(description = "活动内容 Contents") @NotNull @Size(max = 7) List<@NotNull SessionContent> contents,
        @Schema(description = "开始时间 Start") @NotNull OffsetDateTime startedAt,
        @Schema(description = "结束时间 End") @NotNull OffsetDateTime endedAt,
        @Schema(description = "地点 Place") @Size(max = 200) String place,
        @Schema(description = "召集人 Convener, a member") UUID convenerMemberId,
        @Schema(description = "主题记录 What it was about") @NotBlank(message = SessionRules.RECORDS) @Size(max = 4000) String topicRecord,
        @Schema(description = "讨论记录 What was discussed") @NotBlank(message = SessionRules.RECORDS) @Size(max = 20000) String discussionRecord,
        @Schema(description = "收获记录 What came of it") @NotBlank(message = SessionRules.RECORDS) @Size(max = 4000) String outcomeRecord,
        @Schema(description = "学时 Class hours") @Valid ClassHours classHours,
        @Schema(description = "编号 The sender's own number of the session; a host has each number once") @Size(min = 1, max = 64) String reference,
        @Schema(description = "出勤 Attendance, each attendee once") @NotEmpty @Size(max = 2000) List<@NotNull @Valid Attendee> attendance,
        @Schema(description = "授课 Lectures given in the session") @Size(max = 50) List<@NotNull @Valid LectureGiven> lectures) {

    @Schema(name = "Attendee", description = "参加人员 One attendee")
    public record Attendee(
            @Schema(description = "党员 Member") @NotNull UUID memberId,
            @Schema(description = "出勤 Attendance") @NotNull StatedAttendance state,
            @Schema(description = "原因 Reason of an absence, a leave or an exemption") @Size(max = 200) String reason,
            @Schema(description = "列席依据 Ground of a guest") GuestGround ground) {}

    @Schema(name = "LectureGiven", description = "授课 One lecture: by a member or by somebody from outside")
    public record LectureGiven(
            @Schema(description = "授课党员 Lecturer, a member") UUID lecturerMemberId,
            @Schema(description = "外请授课人 Lecturer from outside the directory") @Size(min = 1, max = 100) String externalLecturer,
            @Schema(description = "授课人职务 Office of the lecturer") @Size(min = 1, max = 100) String office,
            @Schema(description = "题目 Title") @NotBlank @Size(max = 200) String title,
            @Schema(description = "分钟 Minutes") @NotNull @Min(1) @Max(1440) Integer minutes) {}

    /** The day on which it counts: that of its start in Asia/Shanghai. */
    LocalDate heldOn() {
        return Shanghai.dayOf(startedAt.toInstant());
    }

    /** The same for the same session, however its times and empty values were written. */
    String digest() {
        return StatedDigest.of(new StudySessionRequest(organizationId, partyGroupId, type, contents,
                startedAt.withOffsetSameInstant(ZoneOffset.UTC), endedAt.withOffsetSameInstant(ZoneOffset.UTC), place,
                convenerMemberId, topicRecord, discussionRecord, outcomeRecord, classHours, reference, attendance,
                lectures));
    }

    public StudySessionRequest {
        lectures = lectures == null ? List.of() : lectures;
    }
}
