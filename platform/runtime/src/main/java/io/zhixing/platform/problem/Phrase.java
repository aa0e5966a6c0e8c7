package io.zhixing.platform.problem;

import java.util.Arrays;

/** An argument of a detail that is itself said in the reader's language. */
public interface Phrase {

    /** What is expected instead of a text with characters that nobody can see, or with half of one. */
    Phrase PLAIN_TEXT = language -> language == Language.EN
            ? "text without control characters or broken ones"
            : "不含控制字符和残缺字符的文字";

    /** What is expected of a parameter that is there and empty: to many it would say "all", to others "those without". */
    Phrase SOME_VALUE = language -> language == Language.EN
            ? "a value; leave it out where there is none"
            : "一个值；没有时请去掉该参数";

    String in(Language language);

    static Object[] said(Object[] arguments, Language language) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Phrase phrase ? phrase.in(language) : argument).toArray();
    }
}
