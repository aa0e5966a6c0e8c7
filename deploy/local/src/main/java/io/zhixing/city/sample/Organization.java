package io.zhixing.city.sample;

import java.time.LocalDate;

/**
 * A Party organization (党组织) of the sample city; {@code index} is its place in {@link SampleCity#organizations()},
 * where parents come before their children.
 */
public record Organization(int index, String code, String name, Type type, String sector, String areaCode,
        Organization parent, LocalDate establishedOn) {

    /** {@code counted} tells the types that the article's number of organizations is read to mean. */
    public enum Type {
        LOCAL_COMMITTEE(false),
        WORKING_COMMITTEE(false),
        LEADING_GROUP(false),
        PRIMARY_COMMITTEE(true),
        GENERAL_BRANCH(true),
        BRANCH(true);

        private final boolean counted;

        Type(boolean counted) {
            this.counted = counted;
        }

        public boolean counted() {
            return counted;
        }
    }

    /** The number of organizations above this one. */
    public int depth() {
        return code.length() / 3 - 1;
    }

    public boolean isBranch() {
        return type == Type.BRANCH;
    }

    public boolean isWithin(Organization other) {
        return code.startsWith(other.code);
    }
}
