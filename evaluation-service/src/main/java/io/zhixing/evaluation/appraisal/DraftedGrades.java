package io.zhixing.evaluation.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;
import io.zhixing.platform.time.Ids;

/** Grades that were imported and not proposed yet; written in bulk. */
@Singleton
class DraftedGrades {

    private final Sql database;

    DraftedGrades(Sql database) {
        this.database = database;
    }

    /** One member's grade as it is kept; version 0 is not written yet. */
    record Draft(UUID id, UUID roundId, String path, UUID memberId, AppraisalGrade grade, UngradedReason reason,
            String explanation, boolean tookPart, long version) {

        StatedGrade stated() {
            return new StatedGrade(memberId, null, grade, reason, explanation, tookPart);
        }

        Draft nextVersion() {
            return new Draft(id, roundId, path, memberId, grade, reason, explanation, tookPart, version + 1);
        }
    }

    /**
     * What a row names.
     *
     * @param path the organization's path; null when the caller does not see it
     * @param roundId the round that still takes grades; null when there is none
     * @param entry the member on its roll; null when he is not on it
     * @param stored what is kept already; null when there is nothing
     */
    record Found(String path, UUID roundId, RollEntry entry, Draft stored) {

        boolean isOpen() {
            return roundId != null;
        }

        /** The row over what is stored: what the row leaves empty stays; a grade takes the place of a reason and the other way round. */
        Draft with(ImportRow<GradeImport.GradeRow> row) {
            var stated = row.value();
            boolean silent = stated.grade() == null && stated.ungradedReason() == null && stored != null;
            var explanation = stated.explanation() == null && stored != null && !row.cleared().contains("explanation")
                    ? stored.explanation()
                    : stated.explanation();
            return new Draft(stored == null ? Ids.next() : stored.id(), roundId, path, entry.memberId(),
                    silent ? stored.grade() : stated.grade(), silent ? stored.reason() : stated.ungradedReason(),
                    explanation, stated.tookPart(), stored == null ? 0 : stored.version());
        }
    }

    /** In the order of the rows. Their rounds stay as they are until the transaction ends. */
    List<Found> find(List<GradeImport.GradeRow> rows) {
        holdRounds(rows);
        return database.list("""
                select h.organization_path, r.id as round_id, e.member_id, e.member_number, e.member_type, e.basis,
                       d.id as draft_id, d.grade, d.ungraded_reason, d.explanation, d.took_part, d.version
                from unnest(?::text[], ?::integer[], ?::text[]) with ordinality as n (code, year, member_number, place)
                left join organization_ref h on h.code = n.code
                left join appraisal_round r on r.organization_id = h.id and r.year = n.year and r.state in ('DRAFT', 'STUDY_DONE')
                left join roll_entry e on e.round_id = r.id and e.member_number = n.member_number
                left join drafted_grade d on d.round_id = e.round_id and d.member_id = e.member_id
                order by n.place""", DraftedGrades::found,
                Batch.of(rows).column("text", GradeImport.GradeRow::organization)
                        .column("integer", GradeImport.GradeRow::year)
                        .column("text", GradeImport.GradeRow::memberNumber));
    }

    /** What is kept of a round, to be proposed. */
    List<StatedGrade> of(AppraisalRound round) {
        return database.list(
                """
                select member_id, grade, ungraded_reason, explanation, took_part from drafted_grade where round_id = ?""",
                row -> new StatedGrade(row.getObject("member_id", UUID.class), null, grade(row), reason(row),
                        row.getString("explanation"), row.getBoolean("took_part")),
                round.id());
    }

    void write(List<Draft> drafts) {
        Batch.of(drafts).column("uuid", Draft::id).column("uuid", Draft::roundId).column("text", Draft::path)
                .column("uuid", Draft::memberId)
                .column("text", draft -> draft.grade() == null ? null : draft.grade().name())
                .column("text", draft -> draft.reason() == null ? null : draft.reason().name())
                .column("text", Draft::explanation).column("boolean", Draft::tookPart)
                .column("bigint", Draft::version).update(database,
                        """
                            insert into drafted_grade (id, round_id, organization_path, member_id, grade, ungraded_reason, explanation, took_part, version)
                            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::bigint[])
                            on conflict (round_id, member_id) do update set grade = excluded.grade, ungraded_reason = excluded.ungraded_reason,
                              explanation = excluded.explanation, took_part = excluded.took_part, version = excluded.version""");
    }

    /** A proposal waits until these rows are in, or they find the round closed. */
    private void holdRounds(List<GradeImport.GradeRow> rows) {
        database.call("""
                select 1 from appraisal_round r where r.state in ('DRAFT', 'STUDY_DONE') and r.organization_id in (
                  select id from organization_ref where code = any (?)) order by r.id for share""",
                SqlArray.texts(rows.stream().map(GradeImport.GradeRow::organization).distinct().toList()));
    }

    private static Found found(ResultSet row) throws SQLException {
        var path = row.getString("organization_path");
        var round = row.getObject("round_id", UUID.class);
        var member = row.getObject("member_id", UUID.class);
        var entry = member == null
                ? null
                : new RollEntry(member, row.getString("member_number"),
                        MemberType.valueOf(row.getString("member_type")), RollBasis.valueOf(row.getString("basis")));
        var id = row.getObject("draft_id", UUID.class);
        return new Found(path, round, entry, id == null
                ? null
                : new Draft(id, round, path, member, grade(row), reason(row), row.getString("explanation"),
                        row.getBoolean("took_part"), row.getLong("version")));
    }

    private static AppraisalGrade grade(ResultSet row) throws SQLException {
        var grade = row.getString("grade");
        return grade == null ? null : AppraisalGrade.valueOf(grade);
    }

    private static UngradedReason reason(ResultSet row) throws SQLException {
        var reason = row.getString("ungraded_reason");
        return reason == null ? null : UngradedReason.valueOf(reason);
    }
}
