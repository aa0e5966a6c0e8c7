package io.zhixing.platform.problem;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which a call can fail. Each service lists its problems in one enum; the constant's name is the code that
 * callers program against, so it is never renamed and never reused with another meaning.
 */
public interface Problem {

    /** The stable, language-free code, UPPER_SNAKE. */
    String name();

    Definition definition();

    /** @param status the HTTP status, 4xx or 5xx */
    record Definition(int status, Text zh, Text en) {}

    /**
     * What a person reads: {@code {0}}, {@code {1}} … in the detail are replaced in order. Where a race is told by a constraint
     * of the database, which knows no arguments, "…" stands for each.
     */
    record Text(String title, String detail) {

        private static final Pattern GAP = Pattern.compile("\\{([0-9])}");

        public String detail(Object... arguments) {
            return GAP.matcher(detail).replaceAll(gap -> {
                int number = Integer.parseInt(gap.group(1));
                return Matcher.quoteReplacement(
                        number < arguments.length ? String.valueOf(arguments[number]) : Echo.HIDDEN);
            });
        }
    }

    static Text zh(String title, String detail) {
        return new Text(title, detail);
    }

    static Text en(String title, String detail) {
        return new Text(title, detail);
    }

    default int status() {
        return definition().status();
    }

    default Text in(Language language) {
        return language == Language.EN ? definition().en() : definition().zh();
    }

    /** The {@code type} member of RFC 9457. */
    default String type() {
        return "urn:zhixing:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** This problem about the request as a whole. */
    default ProblemException about(Object... arguments) {
        return new ProblemException(this, arguments);
    }

    /** This problem at one place of the request, to be gathered in {@link Faults}. */
    default Fault at(Place place, Object... arguments) {
        return new Fault(place, this, arguments);
    }
}
