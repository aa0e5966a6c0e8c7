package io.zhixing.evaluation;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.api.RepeatedTest;

@QuarkusTest
class AppraisalRaceTest {

    @RepeatedTest(3)
    void of_confirmations_at_once_one_counts() throws Exception {
        // Given
        var appraising = Appraising.branchWith(2);
        var proposed = appraising.proposed(appraising.allQualified());
        // When
        var answers = atOnce(Stream.of("officer-1", "officer-2", "officer-3", "officer-4")
                .<Supplier<Response>>map(who -> () -> Appraising.move(
                        Appraising.as(Tokens.grant("CAMPAIGN_OFFICER", appraising.committee.code()).subject(who)),
                        proposed, "confirm", "2017-01-20", Map.of()))
                .toList());
        // Then
        assertEquals(Map.of(200, 1L, 412, 3L), byStatus(answers));
        assertEquals("2", Appraising.value(appraising.figures(), "APPRAISAL_GRADED_COUNT"));
        appraising.officer().queryParam("count", "true").get("/evaluation/v1/appraisals").then().body("total", is(2));
    }

    @RepeatedTest(3)
    void of_consents_to_an_excess_at_once_one_is_kept() throws Exception {
        // Given
        var appraising = Appraising.branchWith(5);
        var proposed = appraising.proposed(appraising.twoExcellent().because("全员参加抢险"));
        // When
        var answers = atOnce(Stream.of("officer-1", "officer-2", "officer-3", "officer-4")
                .<Supplier<Response>>map(who -> () -> Appraising.move(
                        Appraising.as(Tokens.grant("CAMPAIGN_OFFICER", appraising.committee.code()).subject(who)),
                        proposed, "consent-excess", "2017-01-15", Map.of()))
                .toList());
        // Then
        assertEquals(Map.of(200, 1L, 412, 3L), byStatus(answers));
        appraising.officer().get(Appraising.ROUNDS + "/" + proposed.path("id") + "/history").then()
                .body("items.step.findAll { it == 'consent-excess' }.size()", is(1));
        appraising.officer().get(Appraising.ROUNDS + "/" + proposed.path("id")).then().body("version",
                is(proposed.<Integer>path("version") + 1));
    }

    @RepeatedTest(3)
    void of_rounds_of_one_organization_and_year_at_once_one_is_opened() throws Exception {
        // Given
        var appraising = Appraising.branchWith(2);
        // When
        var answers = atOnce(Stream.generate(() -> (Supplier<Response>) () -> appraising.freeze("2017-01-04")).limit(4)
                .toList());
        // Then
        assertEquals(Map.of(201, 1L, 409, 3L), byStatus(answers));
        answers.stream().filter(answer -> answer.statusCode() == 409)
                .forEach(answer -> assertEquals("ROUND_EXISTS", answer.path("code")));
        appraising.secretary().queryParam("count", "true").get(Appraising.ROUNDS).then()
                .body("total", is(1));
    }

    @RepeatedTest(3)
    void a_proposal_and_a_confirmation_at_once_leave_one_proposal_and_what_was_confirmed_is_it() throws Exception {
        // Given
        var appraising = Appraising.branchWith(2);
        var studied = appraising.studied();
        var proposed = appraising.propose(studied, appraising.allQualified());
        var excellent = appraising.grades().grade(appraising.members.get(0), "UNQUALIFIED")
                .grade(appraising.members.get(1), "UNQUALIFIED");
        // When
        var answers = atOnce(List.of(() -> appraising.confirm(proposed),
                () -> appraising.propose(studied, excellent), () -> appraising.propose(proposed, excellent)));
        // Then
        assertEquals(200, answers.get(0).statusCode());
        assertEquals(412, answers.get(1).statusCode());
        assertEquals(true, List.of(409, 412).contains(answers.get(2).statusCode()));
        assertEquals("2", Appraising.value(appraising.figures(), "QUALIFIED_OR_ABOVE_COUNT"));
    }

    @RepeatedTest(3)
    void of_proposals_at_once_one_is_kept_whole() throws Exception {
        // Given
        var appraising = Appraising.branchWith(6);
        var studied = appraising.studied();
        var unqualified = appraising.grades();
        appraising.members.forEach(member -> unqualified.grade(member, "UNQUALIFIED"));
        // When
        var answers = atOnce(List.of(() -> appraising.propose(studied, appraising.allQualified()),
                () -> appraising.propose(studied, unqualified)));
        // Then
        assertEquals(Map.of(200, 1L, 412, 1L), byStatus(answers));
        var kept = answers.stream().filter(answer -> answer.statusCode() == 200).findFirst().orElseThrow();
        int qualified = kept.path("counts.qualified");
        appraising.secretary().get(Appraising.ROUNDS + "/" + kept.path("id") + "/roll").then().body("items.grade",
                everyItem(is(qualified == 6 ? "QUALIFIED" : "UNQUALIFIED")));
    }

    private static Map<Integer, Long> byStatus(List<Response> answers) {
        return answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
    }

    private static List<Response> atOnce(List<Supplier<Response>> calls) throws Exception {
        var threads = Executors.newFixedThreadPool(calls.size());
        var start = new CyclicBarrier(calls.size());
        try {
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(calls.stream().<Callable<Response>>map(
                    call -> () -> {
                        start.await();
                        return call.get();
                    }).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
