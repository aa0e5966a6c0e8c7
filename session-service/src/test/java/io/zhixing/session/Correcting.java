package io.zhixing.session;

import static io.restassured.RestAssured.given;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.token.Tokens;

/** The request that corrects a recorded session. */
final class Correcting {

    private final City.Branch host;
    private final UUID session;
    private final Map<String, Object> body = new LinkedHashMap<>(Map.of("reason", "登记有误"));
    private String role = "BRANCH_CLERK";
    private String person = "test";

    private Correcting(City.Branch host, UUID session) {
        this.host = host;
        this.session = session;
    }

    static Correcting of(City.Branch host, UUID session) {
        return new Correcting(host, session);
    }

    Correcting with(String field, Object value) {
        body.put(field, value);
        return this;
    }

    /** These in place of all of this session's. */
    Correcting attendanceOf(SessionText right) {
        return with("attendance", right.attendance);
    }

    Correcting on(String day) {
        return with("startedAt", day + "T09:00:00+08:00").with("endedAt", day + "T10:30:00+08:00");
    }

    Correcting as(String role) {
        this.role = role;
        return this;
    }

    Correcting by(String person) {
        this.person = person;
        return this;
    }

    /** With the tag that was just read. */
    Response send() {
        return send(tag(host, session));
    }

    Response send(String tag) {
        return given().auth().oauth2(Tokens.grant(role, host.code()).subject(person).token())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", tag).body(body)
                .patch(SessionText.ADDRESS + "/" + session);
    }

    static String tag(City.Branch host, UUID session) {
        return SessionText.reader(host).get(SessionText.ADDRESS + "/" + session).header("ETag");
    }

    /** As if everything that is known of the host's sessions had been known the day before. */
    static void aDayPasses(City.Branch host) {
        for (var table : new String[]{"study_tally", "study_session", "attendance", "lecture"}) {
            Database.asPipeline().query(
                    "update " + table + " set recorded_on = recorded_on - 1 where organization_id = ? returning 1",
                    row -> row.getInt(1), host.id());
        }
    }
}
