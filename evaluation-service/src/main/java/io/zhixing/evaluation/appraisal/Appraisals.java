package io.zhixing.evaluation.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

/** Confirmed appraisals and their leaf counters; written in bulk, a round at a time. */
@Singleton
class Appraisals {

    static final Listing<AppraisalView> LISTING = Listing
            .of(AppraisalView.class,
                    """
                    a.id, a.round_id, a.organization_id, a.member_id, a.member_number, a.member_type, a.year, a.grade, a.ungraded_reason,
                    a.explanation, a.took_part, a.eligible, a.decided_on, a.recorded_on, a.supersedes_id, a.superseded_on""",
                    "appraisal a", AppraisalView::read)
            .scopedBy("a.organization_path")
            .orderedBy("organization", "a.organization_path", "text", "a.id", "uuid")
            .filter("year", "a.year = ?")
            .filter("round", "a.round_id = ?")
            .filter("member", "a.member_id = ?")
            .filter("grade", "a.grade = any (?)")
            .filter("ungradedReason", "a.ungraded_reason = any (?)")
            .filter("graded", "(a.grade is not null) = ?")
            .filter("eligible", "a.eligible = ?")
            .filter("tookPart", "a.took_part = ?")
            .filter("knownOn", "a.recorded_on <= ? and coalesce(a.superseded_on > ?, true)");

    private static final String SUPERSEDE = """
            with gone as (
              update appraisal set superseded_on = ? where round_id = ? and superseded_on is null
              returning organization_id, year, organization_path, eligible, took_part, grade)
            insert into appraisal_tally as t (organization_id, year, recorded_on, organization_path,
                                              roll, eligible, took_part, excellent, qualified, basically_qualified, unqualified)
            select organization_id, year, ?, organization_path, -count(*), -count(*) filter (where eligible),
                   -count(*) filter (where took_part), -count(*) filter (where grade = 'EXCELLENT'),
                   -count(*) filter (where grade = 'QUALIFIED'), -count(*) filter (where grade = 'BASICALLY_QUALIFIED'),
                   -count(*) filter (where grade = 'UNQUALIFIED')
            from gone group by organization_id, year, organization_path""" + added();

    private static final String CONFIRM = """
            insert into appraisal (id, round_id, organization_id, organization_path, member_id, member_number, member_type, year, grade,
                                   ungraded_reason, explanation, took_part, eligible, decided_on, recorded_on, supersedes_id,
                                   standing_id, standing_version)
            select g.appraisal_id, g.round_id, ?, e.organization_path, e.member_id, e.member_number, e.member_type, ?, g.grade,
                   g.ungraded_reason, g.explanation, g.took_part, g.eligible, ?, ?, old.id,
                   coalesce(old.standing_id, g.appraisal_id), coalesce(old.standing_version, 0) + 1
            from proposed_grade g join roll_entry e on e.round_id = g.round_id and e.member_id = g.member_id
            left join appraisal old on old.round_id = ? and old.member_id = e.member_id
            where g.round_id = ?
            returning standing_id, standing_version, member_id, member_number, grade, ungraded_reason""";

    private static final String COUNT = """
            insert into appraisal_tally as t (organization_id, year, recorded_on, organization_path,
                                              roll, eligible, took_part, excellent, qualified, basically_qualified, unqualified)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""" + added();

    private final Sql database;

    Appraisals(Sql database) {
        this.database = database;
    }

    /**
     * Makes the proposed grades of a round the members' appraisals, in place of those of the round it supersedes.
     *
     * @param recordedOn day of entry
     * @return the members' standings after it
     */
    List<Standing.Confirmed> confirm(AppraisalRound round, LocalDate on, LocalDate recordedOn) {
        round.supersedesId().ifPresent(superseded -> supersede(superseded, recordedOn));
        count(round, recordedOn);
        return database.list(CONFIRM, row -> standing(round, on, row), round.organizationId(), round.year(), on,
                recordedOn, round.supersedesId().orElse(null), round.id());
    }

    private void supersede(UUID round, LocalDate recordedOn) {
        database.update(SUPERSEDE, recordedOn, round, recordedOn);
    }

    private void count(AppraisalRound round, LocalDate recordedOn) {
        var counts = round.view().counts();
        database.update(COUNT, round.organizationId(), round.year(), recordedOn, round.path(), counts.roll(),
                counts.eligible(), counts.tookPart(), counts.excellent(), counts.qualified(),
                counts.basicallyQualified(), counts.unqualified());
    }

    private static String added() {
        return """

                on conflict (organization_id, year, recorded_on) do update set
                  roll = t.roll + excluded.roll, eligible = t.eligible + excluded.eligible, took_part = t.took_part + excluded.took_part,
                  excellent = t.excellent + excluded.excellent, qualified = t.qualified + excluded.qualified,
                  basically_qualified = t.basically_qualified + excluded.basically_qualified,
                  unqualified = t.unqualified + excluded.unqualified""";
    }

    private static Standing.Confirmed standing(AppraisalRound round, LocalDate on, ResultSet row) throws SQLException {
        var grade = row.getString("grade");
        var reason = row.getString("ungraded_reason");
        return new Standing.Confirmed(row.getObject("standing_id", UUID.class), row.getLong("standing_version"),
                round.organizationId(), on, row.getObject("member_id", UUID.class), row.getString("member_number"),
                round.year(), round.asOf(), grade == null ? null : AppraisalGrade.valueOf(grade),
                reason == null ? null : UngradedReason.valueOf(reason), round.id());
    }
}
