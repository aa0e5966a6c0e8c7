package io.zhixing.evaluation.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;

/** The dated rules of appraisal; each code has exactly one row in force on any day. */
@Singleton
class EvaluationRules {

    private final AgroalDataSource database;

    EvaluationRules(AgroalDataSource database) {
        this.database = database;
    }

    /** @param strict whether the rule refuses; otherwise it warns */
    record StudyRule(UUID ruleId, boolean strict) {}

    ExcellentCap excellentCap(LocalDate on) {
        return inForce("EXCELLENT_CAP_DIVISOR", on,
                row -> new ExcellentCap(row.getObject("id", UUID.class), row.getLong("value"),
                        ExcellentCap.Base.valueOf(row.getString("base")), isStrict(row)));
    }

    /** The rule for appraisals of a year, whenever their meetings are held. */
    StudyRule studyBeforeAppraisal(int year) {
        return inForce("STUDY_BEFORE_APPRAISAL", LocalDate.of(year, 1, 1),
                row -> new StudyRule(row.getObject("id", UUID.class), isStrict(row)));
    }

    private interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }

    private <T> T inForce(String code, LocalDate on, Reader<T> reader) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select id, value, base, severity from evaluation_rule
                where code = ? and effective_from <= ? and (effective_to is null or effective_to > ?)""")) {
            statement.setString(1, code);
            statement.setObject(2, on);
            statement.setObject(3, on);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("No rule " + code + " on " + on);
                }
                return reader.read(row);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isStrict(ResultSet row) throws SQLException {
        return "ERROR".equals(row.getString("severity"));
    }
}
