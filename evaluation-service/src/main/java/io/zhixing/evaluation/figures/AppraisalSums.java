package io.zhixing.evaluation.figures;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.zhixing.evaluation.year.AppraisalYears;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.figures.FiguresQuery;
import io.zhixing.platform.sql.Sql;

/** Sums of the leaf counters of a subtree. */
@Singleton
class AppraisalSums {

    private final Sql database;

    AppraisalSums(Sql database) {
        this.database = database;
    }

    record Sums(int year, long roll, long eligible, long tookPart, long graded, long qualifiedOrAbove) {}

    /** Of the latest appraisal year whose day of reckoning lies in the period; empty when there is none. */
    Optional<Sums> of(FiguresQuery asked) {
        return latestYear(asked.organization().path(), asked.from(), asked.to()).map(year -> sums(year, asked));
    }

    private Optional<Integer> latestYear(String path, LocalDate from, LocalDate to) {
        return database.first("""
                select max(year) from appraisal_year where organization_path = ? and as_of between ? and ?""",
                row -> row.getObject(1, Integer.class), AppraisalYears.cityOf(path), from, to);
    }

    private Sums sums(int year, FiguresQuery asked) {
        var range = PathRange.subtree(asked.organization().path());
        return database.one(
                """
                select coalesce(sum(roll), 0), coalesce(sum(eligible), 0), coalesce(sum(took_part), 0),
                       coalesce(sum(excellent + qualified + basically_qualified + unqualified), 0), coalesce(sum(excellent + qualified), 0)
                from appraisal_tally where organization_path >= ? and organization_path < ? and year = ? and recorded_on <= ?""",
                row -> new Sums(year, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                range.from(), range.to(), year, asked.knownUntil());
    }
}
