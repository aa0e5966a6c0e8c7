package io.zhixing.session;

import static io.zhixing.session.SessionText.figures;
import static io.zhixing.session.SessionText.reader;
import static io.zhixing.session.SessionText.value;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RecordSessionTest {

    @Test
    void a_session_is_recorded_with_attendance_and_lectures_read_listed_and_counted() {
        // Given
        var committee = City.committee();
        var branch = City.branchUnder(committee);
        var members = City.members(branch, 4);
        City.knownSecretary(members.get(0), branch);
        var session = SessionText.at(branch).present(members.subList(0, 2)).attended(members.get(2), "ON_LEAVE")
                .attended(members.get(3), "EXEMPT").lecture(members.get(0));
        // When
        var recorded = session.post();
        // Then
        recorded.then().statusCode(201).header("ETag", notNullValue()).body("heldOn", is("2016-09-20"))
                .body("attendance.due", is(4)).body("attendance.rate", is("66.67"))
                .body("lectures[0].lecturerKind", is("SECRETARY"));
        reader(branch).get(recorded.header("Location")).then().statusCode(200).body("lectures", hasSize(1));
        reader(branch).queryParam("count", "true").get("/session/v1/study-sessions").then().body("total", is(1));
        var figures = figures(committee);
        assertEquals("1", value(figures, "SESSION_COUNT"));
        assertEquals("1", value(figures, "SECRETARY_LECTURE_COUNT"));
        assertEquals("66.67", value(figures, "ATTENDANCE_RATE"));
    }
}
