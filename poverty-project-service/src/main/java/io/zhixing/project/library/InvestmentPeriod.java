package io.zhixing.project.library;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;

/** A period of investment as a list parameter: first day, last day and day of knowledge with slashes between. */
final class InvestmentPeriod {

    private static final Pattern SLASH = Pattern.compile("/");
    private static final int PARTS = 3;

    private InvestmentPeriod() {}

    /** The text as it came, when it is three existing days, the second not before the first; null stays null. */
    static String checked(String text) {
        if (text == null) {
            return null;
        }
        var parts = SLASH.split(text, -1);
        var days = Stream.of(parts).flatMap(part -> Shanghai.day(part).stream()).toList();
        if (parts.length != PARTS || days.size() != PARTS || days.get(1).isBefore(days.get(0))) {
            throw new ProblemException(List.of(PlatformProblems.PARAMETER_INVALID.at(Place.parameter("investedIn"),
                    "investedIn", "YYYY-MM-DD/YYYY-MM-DD/YYYY-MM-DD")));
        }
        return text;
    }
}
