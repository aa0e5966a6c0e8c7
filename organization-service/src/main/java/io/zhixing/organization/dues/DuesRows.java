package io.zhixing.organization.dues;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.zhixing.platform.bulk.Batch;

/** Assessments of many members by one statement each for reading and writing: the path of imports. */
@ApplicationScoped
class DuesRows {

    private final AgroalDataSource database;

    DuesRows(AgroalDataSource database) {
        this.database = database;
    }

    /** A member's month. */
    record MemberMonth(UUID member, LocalDate month) {}

    /** What was assessed of a month, and what the rules made of it. */
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
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select a.id, a.member_id, a.month, a.category, a.base_fen, a.full_fen
                from unnest(?::uuid[], ?::date[]) as n (member_id, month)
                join dues_assessment a on a.member_id = n.member_id and a.month = n.month""")) {
            Batch.of(months).column("uuid", MemberMonth::member).column("date", MemberMonth::month).bind(statement, 1);
            var known = new HashMap<MemberMonth, Known>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(
                            new MemberMonth(rows.getObject("member_id", UUID.class),
                                    rows.getObject("month", LocalDate.class)),
                            new Known(rows.getObject("id", UUID.class),
                                    DuesCategory.valueOf(rows.getString("category")), rows.getLong("base_fen"),
                                    rows.getLong("full_fen")));
                }
            }
            return known;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Reductions reductions(Collection<UUID> members) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement("""
                select member_id, id, basis_points_off, from_month, to_month
                from dues_reduction where member_id = any (?) and state = 'APPROVED'""")) {
            statement.setArray(1, connection.createArrayOf("uuid", members.toArray()));
            var byMember = new HashMap<UUID, List<Approved>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    byMember.computeIfAbsent(rows.getObject("member_id", UUID.class),
                            member -> new ArrayList<>())
                            .add(new Approved(
                                    new DuesBook.Covering(rows.getObject("id", UUID.class),
                                            rows.getInt("basis_points_off")),
                                    rows.getObject("from_month", LocalDate.class),
                                    rows.getObject("to_month", LocalDate.class)));
                }
            }
            return new Reductions(byMember);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Needs the transaction of the import. */
    void write(List<AssessmentView> assessments) {
        try (var connection = database.getConnection()) {
            Batch.of(assessments).column("uuid", AssessmentView::id).column("uuid", AssessmentView::memberId)
                    .column("date", one -> Month.firstDay(one.month())).column("text", one -> one.category().name())
                    .column("bigint", AssessmentView::baseFen).column("uuid", AssessmentView::rateId)
                    .column("bigint", AssessmentView::fullFen).column("bigint", AssessmentView::dueFen)
                    .column("uuid", AssessmentView::reductionId).column("uuid", AssessmentView::localAmountId)
                    .update(connection, """
                            insert into dues_assessment (id, member_id, month, category, base_fen, rate_id, full_fen, due_fen, reduction_id,
                              local_amount_id)
                            select * from unnest(?::uuid[], ?::uuid[], ?::date[], ?::text[], ?::bigint[], ?::uuid[], ?::bigint[], ?::bigint[],
                                                 ?::uuid[], ?::uuid[])""");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
