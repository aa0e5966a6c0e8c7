package io.zhixing.session.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhixing.session.directory.HostRelation;
import io.zhixing.session.lecture.LectureView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StudySession", description = "学习活动 A recorded study session", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","type":"THEMED_PARTY_DAY",
         "contents":["COLLECTIVE_STUDY","LECTURE"],"startedAt":"2016-07-01T09:00:00+08:00","endedAt":"2016-07-01T10:30:00+08:00",
         "heldOn":"2016-07-01","recordedOn":"2016-07-02","recordedLateBy":1,"place":"党员活动室","topicRecord":"学党章党规",
         "discussionRecord":"联系实际讨论","outcomeRecord":"形成共识","state":"RECORDED",
         "lectures":[{"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e2","studySessionId":"01912d68-783e-7a0f-8000-0f54b3b0a4e1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","heldOn":"2016-07-01",
         "lecturerMemberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","title":"做合格党员","minutes":45,"lecturerKind":"SECRETARY"}],
         "attendance":{"due":3,"present":2,"absent":0,"onLeave":1,"exempt":0,"guest":0,"pendingDirectory":0,"rate":"66.67",
         "numerator":2,"denominator":3},"version":1}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
record StudySessionView(
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
        @Schema(description = "讨论记录 What was discussed", required = true) String discussionRecord,
        @Schema(description = "收获记录 What came of it", required = true) String outcomeRecord,
        @Schema(description = "学时 Class hours") ClassHours classHours,
        @Schema(description = "活动状态 State", required = true) SessionState state,
        @Schema(description = "编号 The sender's own number") String reference,
        @Schema(description = "授课 Lectures", required = true) List<LectureView> lectures,
        @Schema(description = "出勤汇总 Attendance in numbers", required = true) AttendanceSummary attendance,
        @Schema(description = "版本 Version", required = true) long version) {

    static StudySessionView of(StudySession session, List<LectureView> lectures) {
        return new StudySessionView(session.id(), session.organizationId(), session.partyGroupId(),
                session.partyGroupRelation(), session.type(),
                session.contents(), session.startedAt(), session.endedAt(), session.heldOn(), session.recordedOn(),
                session.recordedLateBy(), session.correctedOn(), session.voidedOn(), session.place(),
                session.convenerMemberId(), session.convenerRelation(), session.topicRecord(),
                session.discussionRecord(),
                session.outcomeRecord(), ClassHours.of(session.classHours()), session.state(), session.reference(),
                lectures,
                AttendanceSummary.of(session.attendance()), session.version());
    }
}
