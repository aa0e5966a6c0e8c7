package io.zhixing.evaluation.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;

@ApplicationScoped
public class AppraisalRounds implements PanacheRepositoryBase<AppraisalRound, UUID> {

    private static final String OVER_CAP = "coalesce(r.excellent > r.cap_maximum, false)";

    static final Listing<AppraisalRoundRow> LISTING = Listing
            .of(AppraisalRoundRow.class, "r.id, r.organization_id, r.year, r.as_of, r.state, r.supersedes_id, r.roll, "
                    + OVER_CAP + " as cap_exceeded, r.study_missing, r.confirmed_on, r.version",
                    "appraisal_round r", AppraisalRoundRow::read)
            .scopedBy("r.organization_path")
            .orderedBy("organization", "r.organization_path", "text", "r.id", "uuid")
            .filter("year", "r.year = ?")
            .filter("state", "r.state = any (?)")
            .filter("capExceeded", OVER_CAP + " = ?")
            .filter("studyMissing", "r.study_missing = ?");

    private final Sql database;

    AppraisalRounds(Sql database) {
        this.database = database;
    }

    /** Keeps everybody else from the round until the transaction ends; an import of its grades is waited for. */
    void hold(AppraisalRound round) {
        getEntityManager().lock(round, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Recorded collective studies of the organization from the first day of the year to this day, as far as they are known here. */
    List<UUID> studies(UUID organizationId, int year, LocalDate until) {
        return database.list("""
                select id from study_session_ref
                where organization_id = ? and collective_study and held_on between ? and ? order by held_on, id""",
                row -> row.getObject(1, UUID.class), organizationId, LocalDate.of(year, 1, 1), until);
    }
}
