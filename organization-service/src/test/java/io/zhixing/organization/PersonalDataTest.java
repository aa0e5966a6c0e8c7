package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.Register.MEMBERS;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.zhixing.platform.secret.Secrets;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.event.OutboxProbe;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

/** An ID number goes in and does not come out again. */
@QuarkusTest
class PersonalDataTest {

    private static final String MEMBER_HEADER = "memberNumber,name,idNumber,sexCode,ethnicityCode,birthDate,memberType,joinedOn,fullSince,organizationCode,onRollFrom\r\n";

    @Inject
    Secrets secrets;

    @Test
    void an_id_number_stands_in_no_answer_event_table_or_log() throws SQLException {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var text = MemberText.full(branch.id());
        var number = text.get("idNumber");
        var key = Ids.next().toString();
        var log = new Log();
        var answers = new ArrayList<Response>();
        // When
        Logger.getLogger("").addHandler(log);
        try {
            answers.add(enrol(key, text));
            answers.add(enrol(key, text));
            answers.add(enrol(key, MemberText.full(branch.id()).with("idNumber", number)));
            answers.add(enrol(Ids.next().toString(), MemberText.full(branch.id()).with("idNumber", number)
                    .with("birthDate", text.get("birthDate"))));
            answers.add(enrol(Ids.next().toString(), text.with("sexCode", "2")));
            answers.add(Register.get(Register.officer(), answers.get(0).header("Location")));
            answers.add(Register.get(Register.officer(), MEMBERS + "?organization=" + branch.id()));
            answers.add(given().auth().oauth2(Register.officer()).accept("text/csv").queryParam("organization",
                    branch.id()).get(MEMBERS));
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
        // Then
        assertEquals(List.of(201, 201, 422, 409, 422, 200, 200, 200),
                answers.stream().map(Response::statusCode).toList());
        answers.forEach(answer -> assertFalse(answer.asString().contains(number), answer.asString()));
        var event = OutboxProbe.ofTheService().event(answers.get(0).path("id"), "member-enrolled.v1");
        assertFalse(event.text().contains(number));
        assertEquals(List.of(), tablesWith(number, committee.id()));
        assertEquals(List.of(), log.lines.stream().filter(line -> line.contains(number)).toList());
    }

    @Test
    void a_sealed_number_opens_in_its_own_row_only() throws SQLException {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var text = MemberText.full(branch.id());
        String mine = Register.post(MEMBERS, text).path("id");
        var other = Register.member(branch);
        var seal = secrets.seal("personal-data");
        var sealed = sealed(mine, committee.id());
        // When
        var opened = seal.open(sealed, place(mine));
        // Then
        assertEquals(text.get("idNumber"), new String(opened, StandardCharsets.US_ASCII));
        assertThrows(IllegalStateException.class, () -> seal.open(sealed, place(other)));
    }

    @Test
    void rows_of_a_file_that_is_a_column_off_leave_no_number_behind() throws SQLException {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var number = MemberText.full(branch.id()).get("idNumber");
        var log = new Log();
        var answers = new ArrayList<Response>();
        // When
        Logger.getLogger("").addHandler(log);
        try {
            for (var file : List.of(number + ",示例党员,M1,1,01,1900-01-01,FULL,1925-07-01,1926-07-01,%s,2010-07-01",
                    "M2,示例党员,示例党员,1,01,1900-01-01,FULL,1925-07-01,1926-07-01," + number + ",2010-07-01")) {
                answers.add(Imports.of("members").page(Imports.of("members").ended(MEMBER_HEADER + file)));
            }
            answers.add(Imports.of("posts").page(Imports.of("posts").ended(
                    "memberNumber,organizationCode,post,from,to,basis\r\n%s,%s,SECRETARY,2013-01-01,,ELECTED"
                            .formatted(number, number))));
            answers.add(Imports.of("members").lines().page(Imports.of("members").lines()
                    .ended("{\"%s\":\"示例党员\",\"memberNumber\":\"%s\"}".formatted(number, number))));
            answers.add(Imports.of("members").send(number + ",示例党员,M3\r\nM4,示例党员," + number));
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
        // Then
        assertEquals(List.of(200, 200, 200, 200, 400), answers.stream().map(Response::statusCode).toList());
        answers.subList(0, 4).forEach(page -> page.then().body("items.outcome", is(List.of("REJECTED"))));
        answers.forEach(answer -> assertFalse(answer.asString().contains(number), answer.asString()));
        answers.forEach(answer -> assertFalse(answer.asString().contains("示例党员"), answer.asString()));
        assertEquals(List.of(), tablesWith(number, committee.id()));
        assertEquals(List.of(), log.lines.stream().filter(line -> line.contains(number)).toList());
    }

    @Test
    void a_number_that_is_sent_where_none_belongs_is_neither_repeated_nor_kept() throws SQLException {
        // Given
        var committee = Register.committee();
        var branch = Register.below(committee, "BRANCH");
        var number = MemberText.full(branch.id()).get("idNumber");
        var log = new Log();
        var answers = new ArrayList<Response>();
        // When
        Logger.getLogger("").addHandler(log);
        try {
            answers.add(enrol(number, MemberText.full(branch.id())));
            answers.add(enrol("key-1-" + branch.id(), MemberText.full(branch.id()).with("memberNumber", number)));
            answers.add(enrol("key-2-" + branch.id(), MemberText.full(branch.id()).with(number, "x")));
            answers.add(Register.get(Register.officer(), MEMBERS + "/" + number));
            answers.add(Register.get(Register.officer(), MEMBERS + "?" + number + "=1"));
            answers.add(Register.get(Register.officer(), MEMBERS + "?organization=" + number));
            answers.add(Register.get(Register.officer(), MEMBERS + "?limit=" + number));
            answers.add(Register.get(Register.officer(), MEMBERS + "?cursor=" + number));
            answers.add(Register.get(Register.officer(), "/organization/v1/imports/templates/" + number));
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
        // Then
        assertEquals(List.of(201, 400, 400, 404, 400, 422, 400, 400, 404),
                answers.stream().map(Response::statusCode).toList());
        answers.forEach(answer -> assertFalse(answer.asString().contains(number), answer.asString()));
        assertEquals(List.of(), tablesWith(number, committee.id()));
        assertEquals(List.of(), log.lines.stream().filter(line -> line.contains(number)).toList());
    }

    private static Response enrol(String key, Body body) {
        return given().auth().oauth2(Register.officer()).contentType(ContentType.JSON).header("Idempotency-Key", key)
                .body(body.toString()).post(MEMBERS);
    }

    private static String place(String member) {
        return "party_member|id_number|" + member;
    }

    private static byte[] sealed(String member, String committee) throws SQLException {
        try (var connection = Database.asApplication().connect(); var statement = connection.createStatement()) {
            statement.execute(scope(committee));
            try (var rows = statement
                    .executeQuery("select id_number from party_member where id = '%s'".formatted(member))) {
                assertTrue(rows.next());
                return rows.getBytes(1);
            }
        }
    }

    /** The tables with a row that holds the number, as text or as bytes; those that only the pipeline reads as well. */
    private static List<String> tablesWith(String number, String committee) throws SQLException {
        var hex = HexFormat.of().formatHex(number.getBytes(StandardCharsets.US_ASCII));
        var found = new ArrayList<String>();
        for (var role : List.of(Database.asApplication(), Database.asPipeline())) {
            var tables = role.query(
                    """
                    select relname from pg_class
                    where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select')""",
                    row -> row.getString(1));
            assertTrue(tables.size() > 3, tables.toString());
            try (var connection = role.connect(); var statement = connection.createStatement()) {
                statement.execute(scope(committee));
                for (var table : tables) {
                    try (var rows = statement.executeQuery("select exists (select from %s t where t::text ~ '%s|%s')"
                            .formatted(table, number, hex))) {
                        rows.next();
                        if (rows.getBoolean(1)) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static String scope(String committee) {
        return "select set_config('app.organization_path', (select path from organizations_named(array['%s'])), false)"
                .formatted(committee);
    }

    /** What was logged meanwhile, with its arguments. */
    private static final class Log extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            lines.add(logged.getMessage() + " " + List.of(logged.getParameters() == null
                    ? new Object[0]
                    : logged.getParameters()).toString() + " " + logged.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
