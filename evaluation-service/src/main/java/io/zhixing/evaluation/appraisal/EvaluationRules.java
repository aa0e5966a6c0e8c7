package io.zhixing.evaluation.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.sql.RowReader;
import io.zhixing.platform.sql.Sql;

/** The dated rules of appraisal; each code has exactly one row in force on any day. */
@Singleton
class EvaluationRules {

    private final Sql database;

    EvaluationRules(Sql database) {
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

    private <T> T inForce(String code, LocalDate on, RowReader<T> reader) {
        return database.first("""
                select id, value, base, severity from evaluation_rule
                where code = ? and effective_from <= ? and (effective_to is null or effective_to > ?)""", reader, code,
                on, on).orElseThrow(() -> new IllegalStateException("No rule " + code + " on " + on));
    }

    private static boolean isStrict(ResultSet row) throws SQLException {
        return "ERROR".equals(row.getString("severity"));
    }
}
