package io.zhixing.evaluation;

import static io.zhixing.evaluation.Appraising.ROUNDS;
import static io.zhixing.evaluation.Appraising.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.zhixing.platform.testing.token.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered and what is done come from one table; here every role tries every step in every state. */
@QuarkusTest
class AppraisalTransitionsTest {

    private static final List<String> STEPS = List.of("confirm-study", "propose-grades", "consent-excess", "confirm",
            "void");

    private static final Map<String, Function<Appraising, Response>> REACHED = Map.of("DRAFT", Appraising::draft,
            "STUDY_DONE", Appraising::studied, "GRADES_PROPOSED",
            appraising -> appraising.proposed(appraising.allQualified()), "CONFIRMED",
            appraising -> appraising.confirmed(appraising.allQualified()), "VOIDED", appraising -> Appraising
                    .move(appraising.officer(), appraising.draft(), "void", "2017-01-05", Map.of("comment", "名册有误")));

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "STUDY_DONE", "GRADES_PROPOSED", "CONFIRMED", "VOIDED"})
    void whoever_takes_a_step_that_is_not_offered_is_refused_with_the_reason_that_was_given(String state) {
        // Given
        var appraising = Appraising.branchWith(1);
        var round = REACHED.get(state).apply(appraising);
        for (var role : List.of("BRANCH_SECRETARY", "CAMPAIGN_OFFICER", "SYSTEM_CLIENT")) {
            var offered = caller(appraising, role).get(ROUNDS + "/" + round.path("id") + "/transitions");
            assertEquals(state, offered.path("state"));
            for (var step : STEPS) {
                // When
                var reasons = offered.<List<String>>path(
                        "transitions.find { it.name == '" + step + "' }?.reasons?.code");
                boolean open = Boolean.TRUE
                        .equals(offered.path("transitions.find { it.name == '" + step + "' }?.allowed"));
                // Then
                if (!open) {
                    var answer = Appraising.move(caller(appraising, role), round, step, "2017-01-31", Map.of());
                    assertEquals(reasons == null ? "TRANSITION_NOT_AVAILABLE" : reasons.get(0), answer.path("code"),
                            role + " " + step);
                }
            }
        }
        assertEquals(round.<Integer>path("version"),
                appraising.officer().get(ROUNDS + "/" + round.path("id")).path("version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"READER", "BRANCH_CLERK", "SUPERVISOR"})
    void who_only_reads_is_offered_nothing_and_may_take_nothing(String role) {
        // Given
        var appraising = Appraising.branchWith(1);
        var draft = appraising.draft();
        // When
        var offered = caller(appraising, role).get(ROUNDS + "/" + draft.path("id") + "/transitions");
        var answer = Appraising.move(caller(appraising, role), draft, "confirm-study", "2017-01-05", Map.of());
        // Then
        assertTrue(offered.<List<Boolean>>path("transitions.allowed").stream().noneMatch(allowed -> allowed));
        assertEquals("FORBIDDEN", answer.path("code"));
    }

    private static RequestSpecification caller(Appraising appraising, String role) {
        return as(Tokens.grant(role, appraising.committee.code()).subject("somebody-" + role));
    }
}
