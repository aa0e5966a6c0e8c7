package io.zhixing.acceptance.kill;

import java.util.function.ToLongFunction;

import io.zhixing.city.launch.Service;
import io.zhixing.city.sample.SampleCity;

/** A stretch of the load in which one service writes one table, row by row or chunk by chunk. */
public enum Stage {
    MEMBERS("党员", "members", Service.ORGANIZATION, "party_member", city -> city.members().size()),
    SESSIONS("学习活动", "study sessions", Service.SESSION, "study_session", city -> city.sessions().size()),
    ROUNDS("民主评议", "appraisal rounds", Service.EVALUATION, "appraisal_round", city -> city.appraisals().size()),
    PROJECTS("帮扶项目", "projects", Service.POVERTY_PROJECT, "project", city -> city.funding().projects().size());

    private final String zh;
    private final String en;
    private final Service service;
    private final String table;
    private final ToLongFunction<SampleCity> rows;

    Stage(String zh, String en, Service service, String table, ToLongFunction<SampleCity> rows) {
        this.zh = zh;
        this.en = en;
        this.service = service;
        this.table = table;
        this.rows = rows;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    Service service() {
        return service;
    }

    String table() {
        return table;
    }

    long rows(SampleCity city) {
        return rows.applyAsLong(city);
    }
}
