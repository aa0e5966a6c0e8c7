package io.zhixing.organization.keytask;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.zhixing.organization.campaign.Campaign;
import io.zhixing.platform.access.PathRange;

/** Counts, over an organization and all below it, what shows on a day that a key task is done. */
@ApplicationScoped
class EvidenceCounts {

    /** Of the branches those whose sheet, of a screening that began in the campaign's days, was reviewed by the day. */
    private static final String SCREENING = """
            select count(*) filter (where exists (
                     select from screening_sheet s join screening r on r.id = s.screening_id
                     where s.organization_id = o.id and s.state = 'REVIEWED' and s.stepped_on <= ? and r.from_day between ? and ?)),
                   count(*)
            from party_organization o
            where o.organization_path >= ? and o.organization_path < ? and o.type = 'BRANCH' and o.state in ('PREPARING', 'ACTIVE')
              and o.established_on <= ?""";

    /** Of the terms that ran on the day those not overdue: not ended yet, or postponed with approval. */
    private static final String ELECTIONS = """
            select count(*) filter (where t.ends_on > ? or t.extended_until >= ?), count(*)
            from committee_term t join party_organization o on o.id = t.organization_id
            where o.organization_path >= ? and o.organization_path < ? and o.state in ('PREPARING', 'ACTIVE')
              and t.elected_on <= ? and (t.ended_on is null or t.ended_on > ?)""";

    /** Of the members on the rolls of branches that had closed a month by the day those who were in no arrears. */
    private static final String DUES = """
            select count(*) filter (where not exists (
                     select from dues_arrears a where a.member_id = r.member_id and a.since_month < date_trunc('month', ?::date)
                       and (a.cleared_on is null or a.cleared_on > ?))),
                   count(*)
            from roll_period r
            where r.organization_path >= ? and r.organization_path < ? and r.on_roll_from <= ? and (r.on_roll_to is null or r.on_roll_to > ?)
              and exists (select from dues_closing c where c.organization_id = r.organization_id and c.closed_on <= ?)""";

    private final AgroalDataSource database;

    EvidenceCounts(AgroalDataSource database) {
        this.database = database;
    }

    record Counted(long numerator, long denominator) {}

    /** Null when the evidence is stated in words. */
    Counted of(EvidenceKind kind, Campaign campaign, String path, LocalDate on) {
        var range = PathRange.subtree(path);
        return switch (kind) {
            case SCREENING -> counted(SCREENING,
                    List.of(on, campaign.fromDay(), campaign.toDay(), range.from(), range.to(), on));
            case ELECTIONS -> counted(ELECTIONS, List.of(on, on, range.from(), range.to(), on, on));
            case DUES -> counted(DUES, List.of(on, on, range.from(), range.to(), on, on, on));
            case STATED -> null;
        };
    }

    private Counted counted(String sql, List<Object> values) {
        try (var connection = database.getConnection(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Counted(rows.getLong(1), rows.getLong(2));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
