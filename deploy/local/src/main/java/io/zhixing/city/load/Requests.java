package io.zhixing.city.load;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixing.city.sample.Attendance;
import io.zhixing.city.sample.Division;
import io.zhixing.city.sample.Member;
import io.zhixing.city.sample.Organization;
import io.zhixing.city.sample.PostHolding;
import io.zhixing.city.sample.Session;

/** Bodies and rows of the register and of study, field by field as the contracts name them; absent values are left out. */
final class Requests {

    static final String ORGANIZATION_COLUMNS = "code,name,type,kind,sector,areaCode,parentCode,establishedOn\r\n";
    static final String MEMBER_COLUMNS = """
            memberNumber,name,idNumber,sexCode,ethnicityCode,birthDate,memberType,joinedOn,fullSince,organizationCode,onRollFrom\r
            """;
    static final String POST_COLUMNS = "memberNumber,organizationCode,post,from,to,basis\r\n";

    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    static Map<String, Object> division(Division division) {
        return Body.of("code", division.code(), "name", division.name(), "level", division.level().name(),
                "parentCode", division.parentCode(), "notAPlace", division.notAPlace());
    }

    /** The one organization without a superior. */
    static Map<String, Object> organization(Organization root) {
        return Body.of("code", root.code(), "name", root.name(), "type", root.type().name(), "sector", root.sector(),
                "areaCode", root.areaCode(), "establishedOn", root.establishedOn().toString());
    }

    static void organizationRow(Organization one, StringBuilder file) {
        Rows.add(file, one.code(), one.name(), one.type(), one.isBranch() ? "STANDARD" : null, one.sector(),
                one.areaCode(),
                one.parent().code(), one.establishedOn());
    }

    static Map<String, Object> activation(Organization one) {
        return Body.of("transition", "activate", "on", one.establishedOn().toString());
    }

    static void memberRow(Member one, StringBuilder file) {
        Rows.add(file, one.memberNumber(), one.name(), one.idNumber(), one.sexCode(), one.ethnicityCode(),
                one.birthDate(),
                one.isFull() ? "FULL" : "PROBATIONARY", one.joinedOn(), one.fullSince(), one.branch().code(),
                one.onRollFrom());
    }

    static void postRow(PostHolding post, StringBuilder file) {
        Rows.add(file, post.holder().memberNumber(), post.organization().code(), "SECRETARY", post.from(), post.to(),
                "ELECTED");
    }

    static void sessionLine(Session session, List<Attendance.Row> attendance, StringBuilder file) {
        var startedAt = session.heldOn().atTime(session.startedAt()).atOffset(SHANGHAI);
        var lectures = new ArrayList<Map<String, Object>>();
        for (var lecture : session.lectures()) {
            lectures.add(Body.of("lecturer", lecture.lecturer() == null ? null : lecture.lecturer().memberNumber(),
                    "externalLecturer", lecture.externalLecturer(), "office", lecture.office(), "title",
                    "党课" + session.index(), "minutes", lecture.minutes()));
        }
        line(file, Body.of("reference", "S" + session.index(), "organization", session.host().code(), "type",
                session.type(), "contents", session.contents(), "startedAt", ISO_OFFSET_DATE_TIME.format(startedAt),
                "endedAt", ISO_OFFSET_DATE_TIME.format(startedAt.plusMinutes(session.minutes())), "place", "党员活动室",
                "topicRecord", "学习专题" + session.index(), "discussionRecord", "联系本单位实际讨论", "outcomeRecord", "明确下一步做法",
                "attendance", attendance.stream().map(Requests::attended).toList(), "lectures", lectures));
    }

    private static Map<String, Object> attended(Attendance.Row row) {
        return Body.of("member", row.member().memberNumber(), "state", row.state().name(), "reason", row.reason(),
                "ground", row.ground());
    }

    private static void line(StringBuilder file, Map<String, Object> row) {
        try {
            file.append(JSON.writeValueAsString(row)).append('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
