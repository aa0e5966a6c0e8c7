package io.zhixing.evaluation;

import static io.restassured.RestAssured.given;
import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GradeImportTest {

    private static final String HEADER = "organization,year,memberNumber,grade,ungradedReason,explanation,tookPart,name\r\n";
    private static final String IMPORTS = "/evaluation/v1/imports";

    @Test
    void imported_grades_are_proposed_when_the_proposal_brings_none() {
        // Given
        var appraising = Appraising.branchWith(3);
        var studied = appraising.studied();
        var file = HEADER + row(appraising, 0, "优秀,,,是,某某") + row(appraising, 1, "QUALIFIED,,,true,")
                + row(appraising, 2, ",NOT_APPRAISED,长期住院,false,");
        // When
        var job = imported(appraising, false, file);
        // Then
        assertEquals(List.of("CREATED", "CREATED", "CREATED"), outcomes(appraising, job));
        Appraising.move(appraising.secretary(), studied, "propose-grades", "2017-01-10", Map.of()).then()
                .statusCode(200).body("counts.excellent", is(1)).body("counts.graded", is(2))
                .body("counts.eligible", is(3));
    }

    @Test
    void every_faulty_row_has_the_code_of_the_single_call_and_the_others_are_kept() {
        // Given
        var appraising = Appraising.branchWith(2);
        var probationary = City.probationary(appraising.branch);
        var other = Appraising.below(appraising.city, appraising.committee, 1);
        appraising.draft();
        var file = HEADER + row(appraising, 0, "QUALIFIED,,,true,")
                + appraising.branch.code() + ",2016," + City.numberOf(probationary) + ",QUALIFIED,,,true,\r\n"
                + appraising.branch.code() + ",2016,M-unknown,QUALIFIED,,,true,\r\n"
                + row(appraising, 1, "QUALIFIED,ABROAD,,true,") + row(appraising, 0, "QUALIFIED,,,true,")
                + appraising.branch.code() + ",2015," + City.numberOf(appraising.members.get(1))
                + ",QUALIFIED,,,true,\r\n"
                + row(other, 0, "QUALIFIED,,,true,");
        var codes = List.of("", "GRADE_FOR_PROBATIONARY", "GRADE_OUTSIDE_ROLL", "GRADE_OR_REASON", "DUPLICATE_IN_FILE",
                "ROUND_NOT_OPEN", "REFERENCE_UNKNOWN");
        // When
        var dry = imported(appraising, true, file);
        var real = imported(appraising, false, file);
        // Then
        assertEquals(codes, codes(appraising, dry));
        assertEquals(codes, codes(appraising, real));
        assertEquals(List.of("UNCHANGED"), outcomes(appraising,
                imported(appraising, false, HEADER + row(appraising, 0, "QUALIFIED,,,true,"))));
    }

    @Test
    void what_a_row_leaves_empty_stays_and_a_reason_takes_the_place_of_a_grade() {
        // Given
        var appraising = Appraising.branchWith(1);
        var studied = appraising.studied();
        imported(appraising, false, HEADER + row(appraising, 0, "QUALIFIED,,,true,"));
        // When
        var kept = imported(appraising, false, HEADER + row(appraising, 0, ",,,false,"));
        var changed = imported(appraising, false, HEADER + row(appraising, 0, ",ABROAD,,false,"));
        // Then
        assertEquals(List.of("UPDATED"), outcomes(appraising, kept));
        assertEquals(List.of("UPDATED"), outcomes(appraising, changed));
        Appraising.move(appraising.secretary(), studied, "propose-grades", "2017-01-10", Map.of()).then()
                .statusCode(200).body("counts.graded", is(0)).body("counts.eligible", is(0));
    }

    @Test
    void a_proposed_round_takes_no_more_rows() {
        // Given
        var appraising = Appraising.branchWith(1);
        appraising.proposed(appraising.allQualified());
        // When
        var job = imported(appraising, false, HEADER + row(appraising, 0, "QUALIFIED,,,true,"));
        // Then
        assertEquals(List.of("ROUND_NOT_OPEN"), codes(appraising, job));
    }

    private static String row(Appraising appraising, int member, String rest) {
        return appraising.branch.code() + ",2016," + City.numberOf(appraising.members.get(member)) + "," + rest
                + "\r\n";
    }

    private static Response imported(Appraising appraising, boolean dryRun, String file) {
        var sent = given().auth().oauth2(token(appraising)).header("Idempotency-Key", Ids.next().toString())
                .contentType("text/csv").queryParam("kind", "grades").queryParam("mode", "partial")
                .queryParam("dryRun", dryRun).body(file.getBytes(StandardCharsets.UTF_8)).post(IMPORTS);
        sent.then().statusCode(202);
        eventually(() -> assertEquals("COMPLETED", read(appraising, sent).path("state")));
        return sent;
    }

    private static Response read(Appraising appraising, Response sent) {
        return given().auth().oauth2(token(appraising)).get(sent.header("Location"));
    }

    private static List<String> outcomes(Appraising appraising, Response job) {
        return results(appraising, job).path("items.outcome");
    }

    private static List<String> codes(Appraising appraising, Response job) {
        return results(appraising, job)
                .path("items.collect { it.errors == null ? '' : it.errors.code.unique().join('+') }");
    }

    private static Response results(Appraising appraising, Response job) {
        return given().auth().oauth2(token(appraising)).get(job.header("Location") + "/results");
    }

    private static String token(Appraising appraising) {
        return Tokens.grant("BRANCH_SECRETARY", appraising.branch.code()).subject("secretary").token();
    }
}
