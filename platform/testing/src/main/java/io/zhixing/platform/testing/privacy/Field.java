package io.zhixing.platform.testing.privacy;

import java.util.Locale;

/**
 * One place for data: a column, a property of the contract or of an event's schema.
 *
 * @param holder the table, the schema, or the event's type
 * @param form what its type leaves room for
 */
record Field(Kind kind, String service, String holder, String name, Form form) {

    enum Kind {
        TABLE,
        CONTRACT,
        EVENT
    }

    enum Form {
        ID,
        INSTANT,
        VERSION,
        /** Anything that a person can write. */
        OPEN_TEXT,
        /** Numbers, days, codes of a given form, parts with fields of their own. */
        OTHER
    }

    @Override
    public String toString() {
        return "%s,%s,%s,%s".formatted(kind.name().toLowerCase(Locale.ROOT), service, holder, name);
    }
}
