package io.zhixing.platform.problem;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of a caller's own words an answer or a stored result may repeat. A column moved by one, a person's name or ID
 * number where a code belongs: what was refused would stand in logs of callers and in results. So only what has the form
 * of a field, a code or an id is repeated; callers find the rest by its place.
 */
public final class Echo {

    /** Stands for what is not repeated. */
    public static final String HIDDEN = "…";

    /** Codes are shorter than phone and ID numbers, but for the twelve digits of a village's division code. */
    private static final Pattern SHOWN = Pattern.compile("""
            (?!.*[0-9]{11})[A-Za-z][A-Za-z0-9_.-]{0,49}\
            |\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\
            |[0-9]{1,10}|[0-9]{12}""");
    private static final Pattern SEPARATOR = Pattern.compile("(?<=[/:])|(?=[/:])");

    private Echo() {}

    /** The word itself or {@link #HIDDEN}; null stays null. */
    public static String of(String word) {
        return word == null || SHOWN.matcher(word).matches() ? word : HIDDEN;
    }

    /** Words with a slash or colon between them, such as a path or a key of several parts, each by itself. */
    public static String ofParts(String text) {
        return text == null
                ? null
                : Arrays.stream(SEPARATOR.split(text)).map(part -> part.matches("[/:]?") ? part : of(part))
                        .collect(Collectors.joining());
    }

    /** The same arguments, texts among them only as far as they may be repeated. */
    static Object[] ofAll(Object... arguments) {
        return Arrays.stream(arguments).map(argument -> argument instanceof String text ? of(text) : argument)
                .toArray();
    }
}
