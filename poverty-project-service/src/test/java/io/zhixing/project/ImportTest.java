package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.event.OutboxProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(NoDrift.class)
class ImportTest {

    private static final String PROJECTS = "code,name,category,nature,organization,countyCode,areaCode,purposeCode,"
            + "implementingUnit,planStart,planEnd,libraryYear,on,submittedOn,targetKind,targetIndicator,targetUnit,targetValue\r\n";

    private final Fund fund = new Fund();

    @Test
    void projects_are_drawn_up_and_submitted_row_by_row_and_a_second_import_changes_nothing() {
        // Given
        var good = UUID.randomUUID().toString();
        var untargeted = UUID.randomUUID().toString();
        var elsewhere = UUID.randomUUID().toString();
        var abroad = UUID.randomUUID().toString();
        var file = PROJECTS + row(good, fund.village.code(), "QUANTITY,硬化村道,公里,1.2")
                + row(untargeted, fund.village.code(), ",,,") + row(elsewhere, "none", "QUANTITY,硬化村道,公里,1.2")
                + row(abroad, fund.village.code(), "QUANTITY,硬化村道,公里,1.2").replace("441223100", "441224100");
        // When
        var job = ended("projects", file);
        // Then
        assertEquals(List.of("", "PERFORMANCE_TARGET_MISSING", "REFERENCE_UNKNOWN", "COUNTY_MISMATCH"), codes(job));
        job.then().body("created", is(1)).body("rejected", is(3));
        String id = fund.reader().queryParam("code", good).get(Fund.BASE + "projects").path("items[0].id");
        assertEquals("TOWN_REVIEW", OutboxProbe.eventsOf(id).get(0).payload().path("state").asText());
        fund.reader().get(Fund.BASE + "projects/" + id + "/history").then().body("items[0].on", is("2016-04-05"));
        ended("projects", file).then().body("unchanged", is(1)).body("rejected", is(3));
    }

    @Test
    void payee_lines_fill_a_draft_order_in_the_unit_that_each_row_states() {
        // Given
        var budget = fund.budget(1_000_000);
        String order = fund.clerk().body(Map.of("budgetId", budget, "stage", "FINAL", "amountFen", 700_050, "on",
                "2016-09-01", "lines", List.of())).post(Fund.BASE + "disbursements").then().statusCode(201).extract()
                .path("id");
        var file = "disbursement,lineNo,payeeName,amount,amountUnit\r\n" + order + ",1,示例建筑公司,0.7,WAN_YUAN\r\n"
                + order + ",2,示例材料行,0.50,YUAN\r\n" + order + ",3,示例材料行,5,\r\n" + order + ",4,示例材料行,0.005,YUAN\r\n";
        // When
        var job = ended("payee-lines", file);
        // Then
        assertEquals(List.of("", "", "UNIT_MISSING", "VALUE_INVALID"), codes(job));
        job.then().body("created", is(2)).body("rejected", is(2));
        fund.reader().get(Fund.BASE + "disbursements/" + order).then().body("lineTotalFen", is(700_050))
                .body("version", is(2));
        assertEquals(700_050, OutboxProbe.ofTheService().events(order, 2).get(1).payload().path("lines")
                .path("pendingFen").asLong());
        fund.move(fund.clerk(), "disbursements/" + order, "submit", "2016-09-01").then().statusCode(200);
    }

    @Test
    void nobody_approves_a_project_that_he_himself_submitted_by_a_file() {
        // Given
        var code = UUID.randomUUID().toString();
        ended("projects", PROJECTS + row(code, fund.village.code(), "QUANTITY,硬化村道,公里,1.2")).then()
                .body("created", is(1));
        String id = fund.reader().queryParam("code", code).get(Fund.BASE + "projects").path("items[0].id");
        // When
        var answer = fund.move(fund.clerkWithTwoHats(), "projects/" + id, "approve", "2016-04-20");
        // Then
        Fund.refused(answer, 409, "FOUR_EYES");
        assertEquals("TOWN_REVIEW", fund.state("projects/" + id));
    }

    @Test
    void a_row_that_says_something_else_of_a_known_project_is_refused_and_half_a_target_too() {
        // Given
        var code = UUID.randomUUID().toString();
        var known = row(code, fund.village.code(), "QUANTITY,硬化村道,公里,1.2");
        ended("projects", PROJECTS + known).then().body("created", is(1));
        var elsewhere = known.replace("441223100", "441223101");
        var half = row(UUID.randomUUID().toString(), fund.village.code(), "QUANTITY,硬化村道,公里,").replace("2016-04-05",
                "");
        // When
        var other = ended("projects", PROJECTS + elsewhere);
        var targetless = ended("projects", PROJECTS + half);
        // Then
        assertEquals(List.of("DUPLICATE"), codes(other));
        assertEquals(List.of("TARGET_INCOMPLETE"), codes(targetless));
        fund.reader().queryParam("code", code).get(Fund.BASE + "projects").then().body("items[0].areaCode",
                is("441223100"));
    }

    @Test
    void a_payee_who_stands_twice_in_a_file_is_told_by_the_dry_run_as_by_the_real_one() {
        // Given
        var budget = fund.budget(1_000_000);
        String order = fund.clerk().body(Map.of("budgetId", budget, "stage", "DIRECT_TO_BENEFICIARY", "amountFen",
                200, "on", "2016-09-01", "lines", List.of())).post(Fund.BASE + "disbursements").then().statusCode(201)
                .extract().path("id");
        var payee = UUID.randomUUID();
        var file = "disbursement,lineNo,beneficiary,payeeName,amount,amountUnit\r\n" + order + ",1," + payee
                + ",示例,1,YUAN\r\n" + order + ",2," + payee + ",示例,1,YUAN\r\n";
        // When
        var dry = ended("payee-lines", file, true);
        var real = ended("payee-lines", file);
        // Then
        assertEquals(List.of("", "DUPLICATE_IN_FILE"), codes(dry));
        assertEquals(codes(dry), codes(real));
        var other = file.replace(payee.toString(), UUID.randomUUID().toString());
        assertEquals(List.of("DUPLICATE", "DUPLICATE_IN_FILE"), codes(ended("payee-lines", other)));
    }

    @Test
    void a_line_does_not_settle_what_another_county_owes() {
        // Given
        String order = fund.clerk().body(Map.of("budgetId", fund.budget(1_000), "stage", "FINAL", "amountFen", 200,
                "on", "2016-09-01", "lines", List.of())).post(Fund.BASE + "disbursements").then().statusCode(201)
                .extract().path("id");
        var owed = fund.obligation("LAND_COMPENSATION_ARREARS", fund.village, Fund.COUNTY_CODE, 500);
        var foreign = fund.obligation("LAND_COMPENSATION_ARREARS", fund.village, "441224", 500);
        var file = "disbursement,lineNo,payeeName,obligation,amount,amountUnit\r\n" + order + ",1,示例村集体," + owed
                + ",100,FEN\r\n" + order + ",2,示例村集体," + foreign + ",100,FEN\r\n" + order + ",3,示例村集体,"
                + UUID.randomUUID() + ",100,FEN\r\n";
        // When
        var job = ended("payee-lines", file);
        // Then
        assertEquals(List.of("", "COUNTY_MISMATCH", "REFERENCE_UNKNOWN"), codes(job));
        fund.reader().get(Fund.BASE + "disbursements/" + order).then().body("lineTotalFen", is(100));
    }

    @Test
    void a_row_is_told_what_is_wrong_in_both_languages() {
        // Given
        var wrong = row("", fund.village.code(), "QUANTITY,硬化村道,公里,1.2");
        // When
        var job = ended("projects", PROJECTS + wrong);
        // Then
        var results = fund.clerk().get(Fund.BASE + "imports/" + job.path("id") + "/results");
        results.then().body("items[0].errors[0].column", is("code"));
        assertTrue(results.<String>path("items[0].errors[0].detailZh").matches(".*\\p{IsHan}.*"), results.asString());
        assertFalse(results.<String>path("items[0].errors[0].detailEn").matches(".*\\p{IsHan}.*"), results.asString());
    }

    @Test
    void a_row_with_a_day_that_no_calendar_has_is_refused_and_the_others_go_on() {
        // Given
        var wrong = row(UUID.randomUUID().toString(), fund.village.code(), "QUANTITY,硬化村道,公里,1.2")
                .replace("2016-06-01", "0000-06-01");
        var good = row(UUID.randomUUID().toString(), fund.village.code(), "QUANTITY,硬化村道,公里,1.2");
        // When
        var job = ended("projects", PROJECTS + wrong + good);
        // Then
        assertEquals(List.of("FIELD_WRONG_TYPE", ""), codes(job));
    }

    private static String row(String code, String organization, String target) {
        return code + ",示例村道路硬化,ASSISTANCE,NEW," + organization
                + ",441223,441223100,ROAD,示例村委会,2016-06-01,2016-12-31,2016,2016-04-01,2016-04-05," + target + "\r\n";
    }

    private Response ended(String kind, String file) {
        return ended(kind, file, false);
    }

    private Response ended(String kind, String file, boolean dryRun) {
        String address = upload().queryParam("kind", kind).queryParam("mode", "partial").queryParam("dryRun", dryRun)
                .body(file.getBytes(StandardCharsets.UTF_8)).post(Fund.BASE + "imports").then().statusCode(202)
                .extract().header("Location");
        eventually(() -> assertEquals("COMPLETED", fund.clerk().get(address).path("state")));
        return fund.clerk().get(address);
    }

    /** The codes of each row, joined; empty where nothing is wrong with it. */
    private List<String> codes(Response job) {
        return fund.clerk().get(Fund.BASE + "imports/" + job.path("id") + "/results")
                .path("items.collect { it.errors == null ? '' : it.errors.code.join('+') }");
    }

    private RequestSpecification upload() {
        return fund.clerk().contentType("text/csv");
    }
}
