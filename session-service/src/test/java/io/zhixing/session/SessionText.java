package io.zhixing.session;

import static io.restassured.RestAssured.given;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.contract.SetUp;
import io.zhixing.platform.testing.token.Tokens;

/** The request of a recorded session, valid until a test changes something. */
final class SessionText {

    static final String ADDRESS = "/session/v1/study-sessions";

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

    SessionText startingAt(String start) {
        return with("startedAt", start).with("endedAt", OffsetDateTime.parse(start).plusMinutes(90).toString());
    }

    SessionText on(String day) {
        return startingAt(day + "T09:00:00+08:00");
    }

    Response post() {
        return postAs("BRANCH_CLERK");
    }

    Response postAs(String role) {
        return postWith(Tokens.of(role, host.code()), UUID.randomUUID().toString());
    }

    Response postWith(String token, String key) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Idempotency-Key", key).body(body)
                .post(ADDRESS);
    }

    /** Recorded, and its id. */
    UUID recorded() {
        return UUID.fromString(SetUp.by(Tokens.of("BRANCH_CLERK", host.code()))
                .with("Idempotency-Key", UUID.randomUUID().toString()).post(ADDRESS, body).id());
    }

    static RequestSpecification reader(City.Branch of) {
        return given().auth().oauth2(Tokens.of("READER", of.code()));
    }

    static int sessionsOf(City.Branch host) {
        return reader(host).queryParam("count", "true").queryParam("organization", host.code()).get(ADDRESS).then()
                .statusCode(200).extract().path("total");
    }
}
