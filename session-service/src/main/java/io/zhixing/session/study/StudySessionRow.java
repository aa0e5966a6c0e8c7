package io.zhixing.session.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhixing.session.directory.HostRelation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session in a list: without its records and lectures, which are read with the session itself. */
@Schema(name = "StudySessionRow", description = "学习活动 A study session in a list", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","type":"THEMED_PARTY_DAY",
         "contents":["COLLECTIVE_STUDY","LECTURE"],"startedAt":"2016-07-01T09:00:00+08:00","endedAt":"2016-07-01T10:30:00+08:00",
         "heldOn":"2016-07-01","recordedOn":"2016-07-02","recordedLateBy":1,"place":"党员活动室","topicRecord":"学党章党规",
         "classHours":{"value":"2","unit":"CLASS_HOUR"},"state":"RECORDED",
         "attendance":{"due":3,"present":2,"absent":0,"onLeave":1,"exempt":0,"guest":0,"pendingDirectory":0,"rate":"66.67",
         "numerator":2,"denominator":3},"version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StudySessionRow(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "主办组织 Host organization", required = true) UUID organizationId,
        @Schema(description = "党小组 Party group") UUID partyGroupId,
        @Schema(description = "党小组与主办组织的关系 Whether the group is the host's; absent without a group") HostRelation partyGroupRelation,
        @Schema(description = "活动类型 Type", required = true) SessionType type,
        @Schema(description = "活动内容 Contents", required = true) List<SessionContent> contents,
        @Schema(description = "开始时间 Start", required = true) Instant startedAt,
        @Schema(description = "结束时间 End", required = true) Instant endedAt,
        @Schema(description = "活动日期 Day on which it counts, Asia/Shanghai", required = true) LocalDate heldOn,
        @Schema(description = "登记日期 Day of recording, Asia/Shanghai", required = true) LocalDate recordedOn,
        @Schema(description = "迟登天数 Days from the session to its recording", required = true, minimum = "0") long recordedLateBy,
        @Schema(description = "更正日期 Day of the last correction, Asia/Shanghai; absent without one") LocalDate correctedOn,
        @Schema(description = "作废日期 Day on which it was voided; absent unless it is") LocalDate voidedOn,
        @Schema(description = "地点 Place") String place,
        @Schema(description = "召集人 Convener, a member") UUID convenerMemberId,
        @Schema(description = "召集人与主办组织的关系 Whether the convener is the host's; absent without a convener") HostRelation convenerRelation,
        @Schema(description = "主题记录 What it was about", required = true) String topicRecord,
        @Schema(description = "学时 Class hours") ClassHours classHours,
        @Schema(description = "活动状态 State", required = true) SessionState state,
        @Schema(description = "出勤汇总 Attendance in numbers", required = true) AttendanceSummary attendance,
        @Schema(description = "版本 Version", required = true) long version) {

    static StudySessionRow read(ResultSet row) throws SQLException {
        var heldOn = row.getObject("held_on", LocalDate.class);
        var recordedOn = row.getObject("recorded_first_on", LocalDate.class);
        return new StudySessionRow(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
                row.getObject("party_group_id", UUID.class),
                HostRelation.named(row.getString("party_group_relation")), SessionType.valueOf(row.getString("type")),
                Stream.of((String[]) row.getArray("contents").getArray()).map(SessionContent::valueOf).toList(),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(), heldOn, recordedOn,
                StudySession.recordedLateBy(heldOn, recordedOn), row.getObject("corrected_on", LocalDate.class),
                row.getObject("voided_on", LocalDate.class),
                row.getString("place"), row.getObject("convener_member_id", UUID.class),
                HostRelation.named(row.getString("convener_relation")), row.getString("topic_record"),
                ClassHours.of(row.getBigDecimal("class_hours")), SessionState.valueOf(row.getString("state")),
                AttendanceSummary.of(new AttendanceCount(row.getInt("present"), row.getInt("absent"),
                        row.getInt("on_leave"), row.getInt("exempt"), row.getInt("guest"),
                        row.getInt("pending_directory"))),
                row.getLong("version"));
    }
}
