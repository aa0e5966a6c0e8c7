package io.zhixing.session.study;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was recorded wrongly. A list replaces the former one as a whole. */
@JsonIgnoreProperties({"id", "organizationId", "heldOn", "recordedOn", "recordedLateBy", "correctedOn", "voidedOn",
        "state",
        "version"})
@Schema(name = "CorrectStudySession", description = "更正学习活动 What was recorded wrongly; a field that is absent stays as it is", examples = """
        {"reason":"活动日期误填","startedAt":"2016-07-02T09:00:00+08:00","endedAt":"2016-07-02T10:30:00+08:00"}""")
record SessionCorrection(
        @Schema(description = "更正原因 Reason", required = true) @NotBlank @Size(max = 500) String reason,
        @Schema(description = "党小组 Party group") UUID partyGroupId,
        @Schema(description = "活动类型 Type") SessionType type,
        @Schema(description = "活动内容 Contents") @Size(max = 7) List<@NotNull SessionContent> contents,
        @Schema(description = "开始时间 Start") OffsetDateTime startedAt,
        @Schema(description = "结束时间 End") OffsetDateTime endedAt,
        @Schema(description = "地点 Place") @Size(min = 1, max = 200) String place,
        @Schema(description = "召集人 Convener, a member") UUID convenerMemberId,
        @Schema(description = "主题记录 What it was about") @Size(min = 1, max = 4000) String topicRecord,
        @Schema(description = "讨论记录 What was discussed") @Size(min = 1, max = 20000) String discussionRecord,
        @Schema(description = "收获记录 What came of it") @Size(min = 1, max = 4000) String outcomeRecord,
        @Schema(description = "学时 Class hours") @Valid ClassHours classHours,
        @Schema(description = "编号 The sender's own number of the session; a host has each number once") @Size(min = 1, max = 64) String reference,
        @Schema(description = "出勤 Attendance, each attendee once: all who attended, in place of who was stated before") @Size(min = 1, max = 2000) List<StudySessionRequest.@NotNull @Valid Attendee> attendance,
        @Schema(description = "授课 Lectures given in the session, all of them; none: an empty list") @Size(max = 50) List<StudySessionRequest.@NotNull @Valid LectureGiven> lectures,
        @Schema(description = "去掉的字段 Fields that should have had no value") @Size(max = 5) List<@NotNull Removable> removed) {

    /** Fields that a session may be without. */
    @Schema(name = "RemovableField", description = "可去掉的字段 A field that a session may be without")
    enum Removable {
        @Label(zh = "党小组", en = "Party group")
        PARTY_GROUP,
        @Label(zh = "地点", en = "Place")
        PLACE,
        @Label(zh = "召集人", en = "Convener")
        CONVENER,
        @Label(zh = "学时", en = "Class hours")
        CLASS_HOURS,
        @Label(zh = "编号", en = "The sender's own number")
        REFERENCE
    }

    SessionCorrection {
        removed = removed == null ? List.of() : removed;
    }

    /** What the session should have said, where it said this. */
    StudySessionRequest of(StudySessionRequest said) {
        return new StudySessionRequest(said.organizationId(),
                kept(Removable.PARTY_GROUP, either(partyGroupId, said.partyGroupId())), either(type, said.type()),
                either(contents, said.contents()), either(startedAt, said.startedAt()),
                either(endedAt, said.endedAt()), kept(Removable.PLACE, either(place, said.place())),
                kept(Removable.CONVENER, either(convenerMemberId, said.convenerMemberId())),
                either(topicRecord, said.topicRecord()), either(discussionRecord, said.discussionRecord()),
                either(outcomeRecord, said.outcomeRecord()),
                kept(Removable.CLASS_HOURS, either(classHours, said.classHours())),
                kept(Removable.REFERENCE, either(reference, said.reference())), either(attendance, said.attendance()),
                either(lectures, said.lectures()));
    }

    private <T> T kept(Removable field, T value) {
        return removed.contains(field) ? null : value;
    }

    private static <T> T either(T stated, T said) {
        return stated == null ? said : stated;
    }
}
