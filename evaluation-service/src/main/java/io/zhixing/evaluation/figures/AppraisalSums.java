package io.zhixing.evaluation.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.zhixing.evaluation.year.AppraisalYears;
import io.zhixing.platform.access.PathRange;
import io.zhixing.platform.figures.FiguresQuery;

/** Sums of the leaf counters of a subtree. */
@Singleton
class AppraisalSums {

    private final AgroalDataSource database;

    AppraisalSums(AgroalDataSource database) {
        this.database = database;
    }

    record Sums(int year, long roll, long eligible, long tookPart, long graded, long qualifiedOrAbove) {}

    /** Of the latest appraisal year whose day of reckoning lies in the period; empty when there is none. */
    Optional<Sums> of(FiguresQuery asked) {
        var year = latestYear(asked.organization().path(), asked.from(), asked.to());
        return year.isPresent() ? Optional.of(sums(year.getAsInt(), asked)) : Optional.empty();
    }

    private OptionalInt latestYear(String path, LocalDate from, LocalDate to) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select max(year) from appraisal_year where organization_path = ? and as_of between ? and ?""")) {
            statement.setString(1, AppraisalYears.cityOf(path));
            statement.setObject(2, from);
            statement.setObject(3, to);
            try (var row = statement.executeQuery()) {
                row.next();
                int year = row.getInt(1);
                return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(year);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Sums sums(int year, FiguresQuery asked) {
        var range = PathRange.subtree(asked.organization().path());
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        """
                select coalesce(sum(roll), 0), coalesce(sum(eligible), 0), coalesce(sum(took_part), 0),
                       coalesce(sum(excellent + qualified + basically_qualified + unqualified), 0), coalesce(sum(excellent + qualified), 0)
                from appraisal_tally where organization_path >= ? and organization_path < ? and year = ? and recorded_on <= ?""")) {
            statement.setString(1, range.from());
            statement.setString(2, range.to());
            statement.setInt(3, year);
            statement.setObject(4, asked.knownUntil());
            try (var row = statement.executeQuery()) {
                row.next();
                return new Sums(year, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
