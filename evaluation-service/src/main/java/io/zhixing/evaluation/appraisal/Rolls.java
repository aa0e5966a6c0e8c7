package io.zhixing.evaluation.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

/** Frozen rolls and the grades proposed for them. */
@Singleton
class Rolls {

    static final Listing<RollEntryView> LISTING = Listing
            .of(RollEntryView.class, """
                    e.round_id, e.member_id, e.member_number, e.member_type, e.basis,
                    g.grade, g.ungraded_reason, g.explanation, g.took_part""",
                    "roll_entry e left join proposed_grade g on g.round_id = e.round_id and g.member_id = e.member_id",
                    RollEntryView::read)
            .scopedBy("e.organization_path")
            .orderedBy("member", "e.round_id", "uuid", "e.member_id", "uuid")
            .filter("round", "e.round_id = ?");

    private final Sql database;

    Rolls(Sql database) {
        this.database = database;
    }

    /**
     * The organization's roll of a day as it is known now, with whoever stood on the roll that is superseded and stands
     * on the register's no longer: nobody drops out of a correction unaccounted for.
     *
     * @param superseded the round that is corrected; null when there is none
     */
    Roll ofDay(UUID organizationId, LocalDate day, UUID superseded) {
        return read("""
                with present as (select member_id, member_number, member_type from roll_on(?, ?))
                select member_id, member_number, member_type, 'REGISTER' as basis from present
                union all
                select e.member_id, e.member_number, e.member_type, 'SUPERSEDED_ROLL' from roll_entry e
                where e.round_id = ? and not exists (select from present p where p.member_id = e.member_id)""",
                organizationId, day, superseded);
    }

    Roll of(AppraisalRound round) {
        return read("select member_id, member_number, member_type, basis from roll_entry where round_id = ?",
                round.id());
    }

    /** One statement whatever the number of members. */
    void freeze(AppraisalRound round, Roll roll) {
        write("""
                insert into roll_entry (round_id, organization_path, member_id, member_number, member_type, basis)
                select ?, ?, e.* from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as e""", round,
                Batch.of(roll.entries()).column("uuid", RollEntry::memberId).column("text", RollEntry::memberNumber)
                        .column("text", entry -> entry.memberType().name())
                        .column("text", entry -> entry.basis().name()));
    }

    /** One statement whatever the number of members. */
    void propose(AppraisalRound round, GradeSheet sheet) {
        write("""
                insert into proposed_grade (round_id, organization_path, appraisal_id, member_id, grade, ungraded_reason, explanation,
                                            took_part, eligible)
                select ?, ?, g.* from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::boolean[]) as g""",
                round, Batch.of(sheet.lines()).column("uuid", GradeSheet.Line::id)
                        .column("uuid", line -> line.entry().memberId()).column("text", line -> name(line.grade()))
                        .column("text", line -> name(line.reason())).column("text", GradeSheet.Line::explanation)
                        .column("boolean", GradeSheet.Line::tookPart).column("boolean", GradeSheet.Line::isEligible));
    }

    private Roll read(String sql, Object... parameters) {
        return new Roll(database.list(sql, Rolls::entry, parameters));
    }

    private void write(String sql, AppraisalRound round, Batch<?> columns) {
        database.update(sql, round.id(), round.path(), columns);
    }

    private static RollEntry entry(ResultSet row) throws SQLException {
        return new RollEntry(row.getObject("member_id", UUID.class), row.getString("member_number"),
                MemberType.valueOf(row.getString("member_type")), RollBasis.valueOf(row.getString("basis")));
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
