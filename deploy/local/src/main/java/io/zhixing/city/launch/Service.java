package io.zhixing.city.launch;

import java.util.List;

/** The four services by the names that paths, databases and modules give them. */
public enum Service {
    ORGANIZATION("organization", "党组织", "organization-service"),
    SESSION("session", "学习活动",
            "session-service"),
    EVALUATION("evaluation", "评议督导", "evaluation-service"),
    POVERTY_PROJECT(
            "poverty-project",
            "扶贫项目", "poverty-project-service");

    private final String prefix;
    private final String zh;
    private final String module;

    Service(String prefix, String zh, String module) {
        this.prefix = prefix;
        this.zh = zh;
        this.module = module;
    }

    /** First segment of every path. */
    public String prefix() {
        return prefix;
    }

    public String zh() {
        return zh;
    }

    /** The Maven module and its folder. */
    public String module() {
        return module;
    }

    /** Name of the database and beginning of the names of its roles. */
    public String database() {
        return prefix.replace('-', '_');
    }

    public static List<String> prefixes() {
        return List.of(values()).stream().map(Service::prefix).toList();
    }
}
