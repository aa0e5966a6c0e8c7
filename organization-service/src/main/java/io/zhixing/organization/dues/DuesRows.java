package io.zhixing.organization.dues;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.zhixing.platform.access.Caller;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

/** Assessments of many members by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class DuesRows {

    private final Sql database;
    private final Caller caller;

    DuesRows(Sql database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** A member's month. */
    record MemberMonth(UUID member, LocalDate month) {}

    /** What is assessed of a month by now, and what the rules made of it. */
    record Known(UUID id, DuesCategory category, long baseFen, long fullFen) {}

    /** A reduction that was approved, with its first and last month. */
    private record Approved(DuesBook.Covering covering, LocalDate from, LocalDate to) {}

    /** Approved reductions of some members. */
    record Reductions(Map<UUID, List<Approved>> byMember) {

        Optional<DuesBook.Covering> of(UUID member, LocalDate month) {
            return byMember.getOrDefault(member, List.of()).stream()
                    .filter(one -> !one.from().isAfter(month) && !one.to().isBefore(month)).map(Approved::covering)
                    .findFirst();
        }
    }

    Map<MemberMonth, Known> assessed(Collection<MemberMonth> months) {
        return database.map("""
                select a.id, a.member_id, a.month, a.category, a.base_fen, a.full_fen
                from unnest(?::uuid[], ?::date[]) as n (member_id, month)
                join dues_assessment a on a.member_id = n.member_id and a.month = n.month
                where not exists (select from dues_assessment s where s.supersedes_id = a.id)""",
                row -> new MemberMonth(row.getObject("member_id", UUID.class), row.getObject("month", LocalDate.class)),
                row -> new Known(row.getObject("id", UUID.class), DuesCategory.valueOf(row.getString("category")),
                        row.getLong("base_fen"), row.getLong("full_fen")),
                Batch.of(months).column("uuid", MemberMonth::member).column("date", MemberMonth::month));
    }

    Reductions reductions(Collection<UUID> members) {
        return new Reductions(database.grouped("""
                select member_id, id, basis_points_off, from_month, to_month
                from dues_reduction where member_id = any (?) and state = 'APPROVED'""",
                row -> row.getObject("member_id", UUID.class),
                row -> new Approved(
                        new DuesBook.Covering(row.getObject("id", UUID.class), row.getInt("basis_points_off")),
                        row.getObject("from_month", LocalDate.class), row.getObject("to_month", LocalDate.class)),
                SqlArray.uuids(members)));
    }

    /** Needs the transaction of the import. */
    void write(List<AssessmentView> assessments) {
        var recorder = caller.name();
        Batch.of(assessments).column("uuid", AssessmentView::id).column("uuid", AssessmentView::memberId)
                .column("date", one -> Month.firstDay(one.month())).column("text", one -> one.category().name())
                .column("bigint", AssessmentView::baseFen).column("uuid", AssessmentView::rateId)
                .column("bigint", AssessmentView::fullFen).column("bigint", AssessmentView::dueFen)
                .column("uuid", AssessmentView::reductionId).column("uuid", AssessmentView::localAmountId)
                .column("text", one -> recorder)
                .update(database, """
                            insert into dues_assessment (id, member_id, month, category, base_fen, rate_id, full_fen, due_fen, reduction_id,
                              local_amount_id, entered_by)
                            select * from unnest(?::uuid[], ?::uuid[], ?::date[], ?::text[], ?::bigint[], ?::uuid[], ?::bigint[], ?::bigint[],
                                                 ?::uuid[], ?::uuid[], ?::text[])""");
    }
}
