package io.zhixing.city.load;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.zhixing.city.sample.Attendance;
import io.zhixing.city.sample.Division;
import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.PostHolding;
import io.zhixing.city.sample.Session;

/** The request bodies of the load, field by field as the contracts name them; absent values are left out. */
final class Requests {

    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);

    private Requests() {}

    static Map<String, Object> division(Division division) {
        return body("code", division.code(), "name", division.name(), "level", division.level().name(), "parentCode",
                division.parentCode(), "notAPlace", division.notAPlace());
    }

    static Map<String, Object> organization(Organization one, String parentId) {
        return body("code", one.code(), "name", one.name(), "type", one.type().name(), "kind",
                one.isBranch() ? "STANDARD" : null, "sector", one.sector(), "areaCode", one.areaCode(), "parentId",
                parentId, "establishedOn", one.establishedOn().toString());
    }

    static Map<String, Object> activation(Organization one) {
        return body("transition", "activate", "on", one.establishedOn().toString());
    }

    static Map<String, Object> member(Member one, String branchId) {
        return body("memberNumber", one.memberNumber(), "name", one.name(), "idNumber", one.idNumber(), "sexCode",
                one.sexCode(), "ethnicityCode", one.ethnicityCode(), "birthDate", one.birthDate().toString(),
                "memberType", one.isFull() ? "FULL" : "PROBATIONARY", "joinedOn", one.joinedOn().toString(),
                "fullSince", one.isFull() ? one.fullSince().toString() : null, "organizationId", branchId,
                "onRollFrom", one.onRollFrom().toString());
    }

    static Map<String, Object> post(PostHolding post, String memberId, String organizationId) {
        return body("memberId", memberId, "organizationId", organizationId, "post", "SECRETARY", "from",
                post.from().toString(), "to", post.to() == null ? null : post.to().toString(), "basis", "ELECTED");
    }

    static Map<String, Object> session(Session session, List<Attendance.Row> attendance, Member convener,
            String organizationId, Function<Member, String> ids) {
        var startedAt = session.heldOn().atTime(session.startedAt()).atOffset(SHANGHAI);
        var body = body("organizationId", organizationId, "type", session.type(), "contents", session.contents(),
                "startedAt", ISO_OFFSET_DATE_TIME.format(startedAt), "endedAt",
                ISO_OFFSET_DATE_TIME.format(startedAt.plusMinutes(session.minutes())),
                "place", "党员活动室", "convenerMemberId", ids.apply(convener), "topicRecord", "学习专题" + session.index(),
                "discussionRecord", "联系本单位实际讨论", "outcomeRecord", "明确下一步做法");
        body.put("attendance", attendance.stream().map(row -> attended(row, ids)).toList());
        var lectures = new ArrayList<Map<String, Object>>();
        for (var lecture : session.lectures()) {
            lectures.add(body("lecturerMemberId", lecture.lecturer() == null ? null : ids.apply(lecture.lecturer()),
                    "externalLecturer", lecture.externalLecturer(), "office", lecture.office(), "title",
                    "党课" + session.index(), "minutes", lecture.minutes()));
        }
        body.put("lectures", lectures);
        return body;
    }

    private static Map<String, Object> attended(Attendance.Row row, Function<Member, String> ids) {
        return body("memberId", ids.apply(row.member()), "state", row.state().name(), "reason", row.reason(), "ground",
                row.ground());
    }

    private static Map<String, Object> body(Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                body.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return body;
    }
}
