package io.zhixing.session.study;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as one row of a file, with the limits of a single call. In CSV the items of a list stand between semicolons. */
record SessionRow(
        @Schema(description = "编号 The sender's own number of the session") @NotBlank @Size(max = 64) String reference,
        @Schema(description = "主办组织 Host by code or id") @NotBlank @Size(max = 64) String organization,
        @Schema(description = "党小组 Party group by id") UUID partyGroup,
        @Schema(description = "活动类型 Type") @NotNull SessionType type,
        @Schema(description = "活动内容 Contents") @Size(max = 7) List<@NotNull SessionContent> contents,
        @Schema(description = "开始时间 Start") @NotNull OffsetDateTime startedAt,
        @Schema(description = "结束时间 End") @NotNull OffsetDateTime endedAt,
        @Schema(description = "地点 Place") @Size(max = 200) String place,
        @Schema(description = "召集人 Convener by member number or id") @Size(min = 1, max = 64) String convener,
        @Schema(description = "主题记录 What it was about") @NotBlank(message = SessionRules.RECORDS) @Size(max = 4000) String topicRecord,
        @Schema(description = "讨论记录 What was discussed") @NotBlank(message = SessionRules.RECORDS) @Size(max = 20000) String discussionRecord,
        @Schema(description = "收获记录 What came of it") @NotBlank(message = SessionRules.RECORDS) @Size(max = 4000) String outcomeRecord,
        @Schema(description = "学时 Class hours of 45 minutes") @Pattern(regexp = "(0|[1-9][0-9]{0,2})(\\.[0-9]{1,2})?") String classHours,
        @Schema(description = "出勤 Attendees: number, number:state, GUEST with number:GUEST:ground") @NotEmpty @Size(max = 2000) List<@NotNull @Valid AttendeeCell> attendance,
        @Schema(description = "授课 Lectures: lecturer:minutes:title, @name for a lecturer from outside") @Size(max = 50) List<@NotNull @Valid LectureCell> lectures) {

    SessionRow {
        contents = contents == null ? List.of() : contents;
        lectures = lectures == null ? List.of() : lectures;
    }
}
