package io.zhixing.platform.infrastructure;

import java.util.List;

/** The suite's topics. Infrastructure makes them; the last one is for organization-service alone. */
public final class Topics {

    public static final List<String> ALL = List.of("organization.events.v1", "session.events.v1",
            "evaluation.events.v1",
            "poverty-project.events.v1", "evaluation.member-standing.v1");

    private Topics() {}
}
