package io.zhixing.platform.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixing.platform.problem.Language;
import io.zhixing.platform.problem.Phrase;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.Problem;
import io.zhixing.platform.problem.ProblemBody;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.retry.Idempotent;

/**
 * A problem as the contract shows it, made by what makes the answers. What a service's own problem tells of the call
 * stands as "…", as where the database finds it.
 */
final class RefusalExamples {

    /** Of no service, so that a code's example is the same in all contracts and they can be joined. */
    private static final String INSTANCE = "/…/v1/…";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Phrase BLANK = language -> language == Language.EN ? "must not be blank" : "不能为空";
    private static final JsonMapper JSON = new JsonMapper();

    private RefusalExamples() {}

    static Map<String, Object> answer(Problem problem, Language language) {
        return JSON.convertValue(ProblemBody.of(refusal(problem), language, INSTANCE, TRACE),
                new TypeReference<LinkedHashMap<String, Object>>() {
                });
    }

    private static ProblemException refusal(Problem problem) {
        if (!(problem instanceof PlatformProblems known)) {
            return problem.about();
        }
        return switch (known) {
            case ALL_OR_NOTHING_TOO_LARGE -> known.about(20_000);
            case BODY_TOO_LARGE -> known.about(1_048_576);
            case IDEMPOTENCY_KEY_REQUIRED -> known.about(Idempotent.EXAMPLE);
            case IMPORT_COLUMN_MISSING -> at(known, Place.header("code"), "编码", "code");
            case PARAMETER_INVALID -> at(known, Place.parameter("limit"), "limit", "1-200");
            case PARAMETER_UNKNOWN -> at(known, Place.parameter("page"), "page");
            case REBUILD_RUNNING -> known.about("organization");
            case REFERENCE_UNKNOWN -> at(known, Place.parameter("organization"), "001002");
            case TOO_MANY_CALLS -> known.about(30);
            case TRANSITION_DAY_INVALID -> known.about("2016-07-01");
            case TRANSITION_NOT_AVAILABLE -> known.about("CLOSED", "close");
            case VALIDATION_FAILED -> new ProblemException(known,
                    List.of(PlatformProblems.VALUE_INVALID.at(Place.pointer("/reason"), BLANK)));
            default -> known.about();
        };
    }

    private static ProblemException at(Problem problem, Place place, Object... arguments) {
        return new ProblemException(List.of(problem.at(place, arguments)));
    }
}
