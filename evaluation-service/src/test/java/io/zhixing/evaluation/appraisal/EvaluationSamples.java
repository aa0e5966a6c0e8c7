package io.zhixing.evaluation.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.zhixing.platform.outbox.DomainEvent;

/** One event of each published type: what the committed examples are made from. */
public final class EvaluationSamples {

    private static final UUID BRANCH = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d2");
    private static final UUID MEMBER = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4d4");
    private static final UUID ROUND = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e2");
    private static final UUID STANDING = UUID.fromString("01912d68-783e-7a0f-8000-0f54b3b0a4e4");
    private static final LocalDate AS_OF = LocalDate.of(2016, 12, 31);
    private static final LocalDate CONFIRMED = LocalDate.of(2017, 1, 20);

    private EvaluationSamples() {}

    public static List<DomainEvent> all() {
        return List.of(
                new AppraisalRound.Changed(ROUND, 4, BRANCH, CONFIRMED, RoundState.CONFIRMED, 2016, AS_OF, null, 23,
                        new AppraisalCounts(23, 21, 22, 20, 2, 20, 6, 13, 1, 0)),
                new Standing.Confirmed(STANDING, 1, BRANCH, CONFIRMED, MEMBER, "M0000001", 2016, AS_OF,
                        AppraisalGrade.QUALIFIED, null, ROUND));
    }
}
