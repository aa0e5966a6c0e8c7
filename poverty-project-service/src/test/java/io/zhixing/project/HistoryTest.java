package io.zhixing.project;

import static io.zhixing.project.Orders.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.zhixing.platform.time.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever takes steps tells which it took, on which day, why and by whose hand. */
@QuarkusTest
@ExtendWith(NoDrift.class)
class HistoryTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);
    private final Reversals reversals = new Reversals(fund);

    @Test
    void money_tells_its_steps_from_the_source_to_the_reversal_of_what_was_taken_back() {
        // Given
        var source = fund.source(1_000);
        var budget = fund.budgetFrom(fund.allocation(source, 1_000), fund.listedProject(), 1_000);
        var order = orders.sent(budget, 300);
        orders.receipt("FILE-" + order, List.of(answer(order, 1, "PAID", 300, order))).then().statusCode(200);
        var recovery = new TakingBack(fund).executed(budget, 200, "ALLOCATION");
        // When
        var request = reversals.requested(reversals.on(budget, "CLAWBACK"), "2016-09-16");
        reversals.confirm(request, "2016-09-17").then().statusCode(200);
        // Then
        assertEquals(List.of("activate DRAFT ACTIVE 2016-03-02"), steps("fund-sources/" + source));
        assertEquals(List.of("submit DRAFT SUBMITTED 2016-09-01", "approve SUBMITTED APPROVED 2016-09-02",
                "send APPROVED SENT 2016-09-03", "settle SENT PAID 2016-09-05"), steps("disbursements/" + order));
        assertEquals(List.of("confirm PROPOSED CONFIRMED 2016-09-12", "execute CONFIRMED EXECUTED 2016-09-15",
                "reverse EXECUTED REVERSED 2016-09-17"), steps(recovery));
        assertEquals(Reversals.body("2016-09-16").get("reason"), history(recovery).getString("items[2].comment"));
        assertEquals(history(request).getString("items[0].enteredBy"),
                history(recovery).getString("items[2].enteredBy"));
        assertEquals(List.of("confirm REQUESTED EXECUTED 2016-09-17"), steps(request));
    }

    @Test
    void a_return_after_close_tells_who_asked_for_its_posting_and_who_allowed_it() {
        // Given
        var returns = new Returns(fund);
        var waiting = returns.kept(orders.paidAndClosed(500), 500);
        returns.requested(waiting);
        // When
        returns.reopen(waiting).then().statusCode(200);
        // Then
        assertEquals(List.of("request-reopening RECEIVED REOPEN_REQUESTED 2016-11-14",
                "reopen REOPEN_REQUESTED POSTED 2016-11-16"), steps(waiting));
    }

    @Test
    void a_notice_and_an_objection_tell_their_steps_also_those_that_a_project_takes_with_them() {
        // Given
        var project = fund.villageClerk.makes("projects", fund.proposal());
        fund.taken(fund.approver, "projects/" + project, "approve", "2016-04-20");
        fund.taken(fund.approver, "projects/" + project, "publish", "2016-05-03");
        var notice = fund.reader().queryParam("project", project).get(Fund.BASE + "notices").path("items[0].id");
        var objection = "objections/" + fund.villageClerk.makes("objections",
                Map.of("noticeId", notice, "content", "路线与公示不符", "receivedOn", "2016-05-04"));
        fund.taken(fund.approver, objection,
                Map.of("transition", "dismiss", "on", "2016-05-05", "comment", "已核实，与公示一致"));
        // When
        fund.taken(fund.approver, "projects/" + project, "list", "2016-05-12");
        // Then
        assertEquals(List.of("pass OPEN PASSED 2016-05-12"), steps("notices/" + notice));
        assertEquals(List.of("dismiss OPEN DISMISSED 2016-05-05"), steps(objection));
        assertEquals("已核实，与公示一致", history(objection).getString("items[0].comment"));
    }

    private List<String> steps(String resource) {
        var told = history(resource);
        return IntStream.range(0, told.getList("items").size()).mapToObj(i -> "items[" + i + "].")
                .map(at -> told.getString(at + "step") + " " + told.getString(at + "fromState") + " "
                        + told.getString(at + "toState") + " " + told.getString(at + "on"))
                .toList();
    }

    /** As an auditor reads it, who sees all of these. */
    private JsonPath history(String resource) {
        return fund.as("MONEY_AUDITOR", fund.city, Ids.next()).get(Fund.BASE + resource + "/history").then()
                .statusCode(200).extract().jsonPath();
    }
}
