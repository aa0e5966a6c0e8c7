package io.zhixing.platform.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.zhixing.platform.problem.Language;
import io.zhixing.platform.problem.Problem;
import io.zhixing.platform.problem.ProblemAnswers;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * How operations refuse, as the contract shows it: by status the codes, and one of them as it is answered, in both
 * languages. The examples, and the refusals of one code alone, stand once for the whole contract.
 */
final class Refusals {

    private static final String PROBLEM = "#/components/schemas/Problem";

    private final Map<String, Example> examples = new TreeMap<>();
    private final Map<String, APIResponse> shared = new TreeMap<>();

    /** Of the problems of one status the first is the one that is shown. */
    void add(Operation operation, List<Problem> problems) {
        var byStatus = new TreeMap<Integer, List<Problem>>();
        problems.forEach(
                problem -> byStatus.computeIfAbsent(problem.status(), status -> new ArrayList<>()).add(problem));
        byStatus.forEach((status, alike) -> operation.getResponses().addAPIResponse(String.valueOf(status),
                alike.size() == 1 ? shared(alike.get(0)) : refusal(alike)));
    }

    void putInto(Components components) {
        components.setExamples(examples);
        components.setResponses(shared);
    }

    private APIResponse shared(Problem problem) {
        shared.computeIfAbsent(problem.name(), code -> refusal(List.of(problem)));
        return OASFactory.createAPIResponse().ref("#/components/responses/" + problem.name());
    }

    private APIResponse refusal(List<Problem> problems) {
        var codes = problems.stream().map(Problem::name).sorted().toList();
        var media = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM))
                .addExample("zh", example(problems.get(0), Language.ZH, "中文 Chinese"))
                .addExample("en", example(problems.get(0), Language.EN, "英文 English"));
        var answer = OASFactory.createAPIResponse().description("拒绝 Refused: " + String.join(", ", codes))
                .content(OASFactory.createContent().addMediaType(ProblemAnswers.MEDIA_TYPE, media));
        answer.addExtension("x-problem-codes", codes);
        return answer;
    }

    private Example example(Problem problem, Language language, String summary) {
        var name = problem.name() + "." + language.name().toLowerCase(Locale.ROOT);
        examples.computeIfAbsent(name, missing -> OASFactory.createExample().summary(summary)
                .value(RefusalExamples.answer(problem, language)));
        return OASFactory.createExample().ref("#/components/examples/" + name);
    }
}
