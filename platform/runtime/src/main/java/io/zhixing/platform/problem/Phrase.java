package io.zhixing.platform.problem;

import java.util.Arrays;

/** An argument of a detail that is itself said in the reader's language. */
interface Phrase {

    String in(Language language);

    static Object[] said(Object[] arguments, Language language) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Phrase phrase ? phrase.in(language) : argument).toArray();
    }
}
