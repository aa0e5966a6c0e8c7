package io.zhixing.session;

import static io.restassured.RestAssured.given;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.token.Tokens;

/** The request of a recorded session, valid until a test changes something. */
final class SessionText {

    final Map<String, Object> body = new LinkedHashMap<>();
    final List<Map<String, Object>> attendance = new ArrayList<>();
    final List<Map<String, Object>> lectures = new ArrayList<>();
    private final City.Branch host;

    private SessionText(City.Branch host) {
        this.host = host;
        body.put("organizationId", host.id());
        body.put("type", "TOPIC_DISCUSSION");
        body.put("contents", List.of("COLLECTIVE_STUDY"));
        body.put("startedAt", "2016-09-20T09:00:00+08:00");
        body.put("endedAt", "2016-09-20T10:30:00+08:00");
        body.put("topicRecord", "学党章党规");
        body.put("discussionRecord", "联系实际讨论");
        body.put("outcomeRecord", "形成共识");
        body.put("attendance", attendance);
        body.put("lectures", lectures);
    }

    static SessionText at(City.Branch host) {
        return new SessionText(host);
    }

    SessionText with(String name, Object value) {
        body.put(name, value);
        return this;
    }

    SessionText without(String name) {
        body.remove(name);
        return this;
    }

    SessionText attended(UUID member, String state) {
        attendance.add(new LinkedHashMap<>(Map.of("memberId", member, "state", state)));
        return this;
    }

    SessionText guest(UUID member, String ground) {
        attendance.add(new LinkedHashMap<>(Map.of("memberId", member, "state", "GUEST", "ground", ground)));
        return this;
    }

    SessionText present(List<UUID> members) {
        members.forEach(member -> attended(member, "PRESENT"));
        return this;
    }

    SessionText lecture(UUID lecturer) {
        lectures.add(new LinkedHashMap<>(
                Map.of("lecturerMemberId", lecturer, "title", "做合格党员", "minutes", 45)));
        return this;
    }

    Response post() {
        return given().auth().oauth2(Tokens.of("BRANCH_CLERK", host.code())).contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString()).body(body)
                .post("/session/v1/study-sessions");
    }

    static RequestSpecification reader(City.Branch of) {
        return given().auth().oauth2(Tokens.of("READER", of.code()));
    }

    static Response figures(City.Branch of) {
        return reader(of).queryParam("organization", of.id()).queryParam("from", "2016-01-01")
                .queryParam("to", "2026-12-31").get("/session/v1/figures");
    }

    static String value(Response figures, String code) {
        return figures.jsonPath().getString("figures.find { it.code == '" + code + "' }.value");
    }
}
