package io.zhixing.evaluation.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.zhixing.platform.transition.Step;
import org.junit.jupiter.api.Test;

class RoundStepsTest {

    @Test
    void a_round_goes_forward_only_and_ends_confirmed_or_voided() {
        assertEquals("""
                DRAFT: confirm-study STUDY_DONE, void VOIDED
                STUDY_DONE: propose-grades GRADES_PROPOSED, void VOIDED
                GRADES_PROPOSED: consent-excess GRADES_PROPOSED, confirm CONFIRMED, void VOIDED
                CONFIRMED:\s
                VOIDED:\s""", Arrays.stream(RoundState.values()).map(state -> state + ": " + leaving(state))
                .collect(Collectors.joining("\n")));
    }

    private static String leaving(RoundState state) {
        List<Step<RoundState, RoundSteps.Facts>> steps = RoundSteps.STEPS.leaving(state);
        return steps.stream().map(step -> step.name() + " " + step.to()).collect(Collectors.joining(", "));
    }
}
