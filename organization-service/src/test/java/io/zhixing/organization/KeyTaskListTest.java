package io.zhixing.organization;

import static io.restassured.RestAssured.given;
import static io.zhixing.organization.KeyTasking.PROGRESS;
import static io.zhixing.organization.Register.officer;
import static io.zhixing.organization.Register.stepOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.zhixing.platform.testing.database.Database;
import io.zhixing.platform.testing.database.Statements;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lists of progress find, and what a page and a step cost: a county with two towns and a general branch of one. */
@QuarkusTest
class KeyTaskListTest {

    private CampaignCounty here;

    @BeforeEach
    void settle() {
        here = CampaignCounty.with("GENERAL_BRANCH");
    }

    @Test
    void lists_find_what_waits_what_is_overdue_and_export_it() {
        // Given
        var task = here.task("STATED", "PRIMARY_COMMITTEE", "GENERAL_BRANCH");
        KeyTasking.confirmed(task, here.town(), here.branch(), "2016-05-01");
        KeyTasking.reported(task, here.other(), "2017-01-04");
        // When
        var waiting = KeyTasking.list("task=" + task + "&state=REPORTED&organization=" + here.county().code());
        var overdue = KeyTasking
                .list("campaign=" + here.campaign() + "&overdueOn=2017-01-01&organization=" + here.county().code());
        var export = given().auth().oauth2(officer()).accept("text/csv")
                .get(PROGRESS + "?task=" + task + "&organization=" + here.county().code() + "&header=zh");
        // Then
        waiting.then().body("items.organizationId", is(List.of(here.other().id())));
        overdue.then().body("items.organizationId",
                is(List.of(here.county().id(), here.town().id(), here.other().id())));
        assertEquals(5, export.asString().lines().count());
        assertTrue(export.asString().startsWith("任务,活动,任务序号,组织,状态"), export.asString());
    }

    @Test
    void a_page_is_one_statement_and_a_step_a_constant_number() {
        // Given
        var task = here.task("STATED", "GENERAL_BRANCH");
        var reader = Tokens.of("READER", here.county().code());
        var address = KeyTasking.address(task, here.branch());
        var second = Register.below(here.town(), "GENERAL_BRANCH");
        var secretary = Tokens.of("BRANCH_SECRETARY", here.town().code());
        // When
        var page = of(() -> Register.get(reader, PROGRESS + "?campaign=" + here.campaign()).then().statusCode(200));
        var start = of(() -> Register.step(secretary, address, "\"v0\"", stepOf("start", "2016-05-01")).then()
                .statusCode(200));
        KeyTasking.reported(task, second, "2016-05-01");
        var report = of(() -> Register
                .step(secretary, address, "\"v1\"", stepOf("report", "2016-05-02").with("statement", "已完成")).then()
                .statusCode(200));
        // Then: beside the platform's scope and event
        assertEquals(2, page.count(), page.toString());
        assertEquals(2 + 6, start.count(), start.toString());   // task, organization, progress; row, history; the answer
        assertEquals(2 + 9, report.count(), report.toString());   // also those below, the campaign, the evidence
    }

    private static Statements of(Runnable call) {
        return Statements.of(Database.asApplication(), call::run);
    }
}
