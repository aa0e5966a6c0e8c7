package io.zhixing.platform.problem;

import java.util.Locale;

/** The two languages of titles and details. Chinese is spoken unless English is asked for. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The value of {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The first of the two that {@code Accept-Language} names; Chinese when the header is absent, broken or names neither. */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ZH;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(Locale.LanguageRange::getRange)
                    .map(range -> range.startsWith("zh") ? ZH : range.startsWith("en") ? EN : null)
                    .filter(language -> language != null)
                    .findFirst().orElse(ZH);
        } catch (IllegalArgumentException unreadable) {
            return ZH;
        }
    }
}
