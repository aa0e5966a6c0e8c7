package io.zhixing.project;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.Sql;

/**
 * Where the county's approvers and finance (县审批, 县财政) sit, who decide about the projects and orders of the places below; and
 * the town's. Told by what the organizations on a path are, which a caller from below need not see.
 */
@Singleton
public class CountyOffice {

    private final Sql database;

    CountyOffice(Sql database) {
        this.database = database;
    }

    /** The county's organization on a path such as {@code /0001/0002/0003/}; the city's for what stands under no county. */
    public String of(String path) {
        return database.one("select county_office(?)", row -> row.getString(1), path);
    }

    /** The town's (镇审核); the county's for what stands under no town. */
    public String townOf(String path) {
        return database.one("select town_office(?)", row -> row.getString(1), path);
    }
}
