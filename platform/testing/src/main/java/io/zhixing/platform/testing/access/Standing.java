package io.zhixing.platform.testing.access;

import java.util.Arrays;
import java.util.List;

/** Who calls, as seen from the organization whose records are asked for. */
public enum Standing {
    OWN("own"),
    ANCESTOR("ancestor"),
    DESCENDANT("descendant"),
    SIBLING("sibling"),
    COUSIN("cousin"),
    OTHER_COUNTY("other county"),
    NO_GRANT("no grant"),
    WRONG_ROLE("wrong role"),
    /** Sees the record as a reader and has the role that the operation asks for on the sibling alone. */
    ROLE_ELSEWHERE("role elsewhere"),
    NO_TOKEN("no token"),
    EXPIRED("expired"),
    WRONG_AUDIENCE("wrong audience");

    /** Whoever is granted the right role on one of the six organizations, in the order of the six. */
    static final List<Standing> GRANTED = Arrays.asList(values()).subList(0, 6);

    /** Whoever may not call the operation at all, whatever it is about. */
    static final List<Standing> AT_THE_GATE = List.of(NO_GRANT, WRONG_ROLE, NO_TOKEN, EXPIRED, WRONG_AUDIENCE);

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** Whether a grant on this organization shows the records of the own one: visibility kind SUBTREE. */
    boolean isInside() {
        return this == OWN || this == ANCESTOR;
    }

    int gateStatus() {
        return this == NO_GRANT || this == WRONG_ROLE || this == ROLE_ELSEWHERE ? 403 : 401;
    }

    @Override
    public String toString() {
        return words;
    }
}
