package io.zhixing.platform.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The faults of a body in a few words, for whoever reads the sentence of a refusal and not its list: places of which the
 * same is to be said stand together, and of many only the first are named.
 */
final class FaultWords {

    private static final int MOST = 3;

    private FaultWords() {}

    static String of(List<ProblemBody.Error> errors, Language language) {
        var places = new LinkedHashMap<String, List<String>>();
        errors.forEach(error -> places.computeIfAbsent(error.detail(), detail -> new ArrayList<>())
                .add(error.pointer()));
        boolean english = language == Language.EN;
        return joined(places.entrySet().stream().map(said -> words(said, english)).toList(), english ? "; " : "；");
    }

    private static String words(Map.Entry<String, List<String>> said, boolean english) {
        return joined(said.getValue(), english ? ", " : "、") + " " + said.getKey();
    }

    private static String joined(List<String> all, String separator) {
        return all.stream().limit(MOST).collect(Collectors.joining(separator))
                + (all.size() > MOST ? separator + Echo.HIDDEN : "");
    }
}
