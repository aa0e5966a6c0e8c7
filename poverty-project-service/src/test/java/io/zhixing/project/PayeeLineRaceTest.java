package io.zhixing.project;

import static io.zhixing.platform.testing.Eventually.eventually;
import static io.zhixing.project.Fund.refused;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lines that are written into a draft while it is submitted: no order leaves its draft with lines that do not add up to it. */
@QuarkusTest
@ExtendWith({NoDrift.class, NoDeadlock.class})
class PayeeLineRaceTest {

    private final Fund fund = new Fund();
    private final Orders orders = new Orders(fund);

    @Test
    void lines_that_wait_behind_the_submission_of_their_order_are_refused() throws Exception {
        // Given
        var order = orders.draft(fund.budget(1_000), 300);
        List<Future<Response>> submission;
        String file;
        try (var other = HeldRow.of("disbursement", order)) {
            // When
            submission = Race.started(List.of(() -> submit(order)));
            eventually(() -> assertEquals(1, other.waiting()));
            file = upload(List.of(order));
            eventually(() -> assertEquals(2, other.waiting()));
        }
        // Then
        Race.answers(submission).get(0).then().statusCode(200);
        assertEquals(List.of("TRANSITION_NOT_AVAILABLE"), codes(file));
        holds(order, "SUBMITTED", 300);
    }

    @Test
    void an_order_is_not_submitted_in_a_version_to_which_lines_are_just_being_added() throws Exception {
        // Given
        var order = orders.draft(fund.budget(1_000), 300);
        List<Future<Response>> submission;
        String file;
        try (var other = HeldRow.of("disbursement", order)) {
            // When
            file = upload(List.of(order));
            eventually(() -> assertEquals(1, other.waiting()));
            submission = Race.started(List.of(() -> submit(order)));
            eventually(() -> assertEquals(2, other.waiting()));
        }
        // Then
        refused(Race.answers(submission).get(0), 412, "PRECONDITION_FAILED");
        assertEquals(List.of(""), codes(file));
        holds(order, "DRAFT", 400);
        refused(submit(order), 409, "LINES_DO_NOT_ADD_UP");
    }

    @Test
    void of_orders_that_are_submitted_while_a_file_adds_lines_each_is_submitted_as_it_was_or_stays_a_draft() {
        // Given
        var budget = fund.budget(10_000);
        var drafts = IntStream.range(0, 8).mapToObj(i -> orders.draft(budget, 300)).toList();
        var calls = new ArrayList<Supplier<Response>>();
        for (var order : drafts) {
            var read = fund.tag("disbursements/" + order);
            calls.add(() -> fund.moveFrom(read, fund.countyClerk(), "disbursements/" + order,
                    Map.of("transition", "submit", "on", "2016-09-01")));
        }
        // When
        var submissions = Race.started(calls);
        var file = upload(drafts);
        var answers = Race.answers(submissions);
        // Then
        var codes = codes(file);
        for (int i = 0; i < drafts.size(); i++) {
            boolean submitted = Race.isDone(answers.get(i));
            assertEquals(submitted ? "200" : "412 PRECONDITION_FAILED", Race.outcome(answers.get(i)));
            assertEquals(submitted ? "TRANSITION_NOT_AVAILABLE" : "", codes.get(i));
            holds(drafts.get(i), submitted ? "SUBMITTED" : "DRAFT", submitted ? 300 : 400);
        }
    }

    /** Two files at once write the same line of a draft. */
    @Test
    void a_line_that_two_files_bring_at_once_stands_once_in_its_order() {
        // Given
        var order = orders.draft(fund.budget(1_000), 300);
        var files = new ArrayList<String>();
        // When
        Race.of(2, () -> uploaded(List.of(order))).forEach(one -> files.add(one.header("Location")));
        // Then
        files.forEach(this::codes);
        assertEquals(1, files.stream().mapToInt(file -> fund.countyClerk().get(file).<Integer>path("created")).sum());
        holds(order, "DRAFT", 400);
    }

    private Response submit(String order) {
        return fund.move(fund.countyClerk(), "disbursements/" + order, "submit", "2016-09-01");
    }

    private void holds(String order, String state, int lineTotalFen) {
        fund.reader().get(Fund.BASE + "disbursements/" + order).then().body("state", is(state)).body("lineTotalFen",
                is(lineTotalFen));
        assertEquals(lineTotalFen, fund.countyClerk().get(Fund.BASE + "disbursements/" + order + "/lines").jsonPath()
                .getList("items.amountFen", Integer.class).stream().mapToInt(fen -> fen).sum());
    }

    /** A file with a second line of 100 fen for each order; where its job is found. */
    private String upload(List<String> drafts) {
        return uploaded(drafts).then().statusCode(202).extract().header("Location");
    }

    private Response uploaded(List<String> drafts) {
        var file = new StringBuilder("disbursement,lineNo,payeeName,amount,amountUnit\r\n");
        drafts.forEach(order -> file.append(order).append(",2,示例材料行,100,FEN\r\n"));
        return fund.countyClerk().contentType("text/csv").queryParam("kind", "payee-lines")
                .queryParam("mode", "partial").queryParam("dryRun", false)
                .body(file.toString().getBytes(StandardCharsets.UTF_8))
                .post(Fund.BASE + "imports");
    }

    /** The code of each row when the job has ended; empty where nothing is wrong with it. */
    private List<String> codes(String job) {
        eventually(() -> assertEquals("COMPLETED", fund.countyClerk().get(job).path("state")));
        return fund.countyClerk().get(job + "/results")
                .path("items.collect { it.errors == null ? '' : it.errors.code.join('+') }");
    }
}
