package io.zhixing.organization.residence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class Residences implements PanacheRepositoryBase<ResidenceRegistration, UUID> {

    /** What is open of these members, locked in one order. */
    List<ResidenceRegistration> openOf(Collection<UUID> members) {
        return find("memberId in ?1 and state <> ?2 order by id", members, ResidenceState.ENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** What is open and names this organization as home or as residence, locked in one order. */
    List<ResidenceRegistration> openAt(UUID organization) {
        return find("(homeId = ?1 or residenceId = ?1) and state <> ?2 order by id", organization, ResidenceState.ENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Seen by home and residence. */
    static final Listing<ResidenceView> LISTING = Listing
            .of(ResidenceView.class, """
                    r.id, r.member_id, r.home_id, r.residence_id, r.registered_on, r.registered_since, r.ended_on,
                    r.feedback_year, r.feedback, r.state, r.continues_id, r.version""", "residence_registration r",
                    row -> new ResidenceView(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                            row.getObject("home_id", UUID.class), row.getObject("residence_id", UUID.class),
                            row.getObject("registered_on", LocalDate.class),
                            row.getObject("registered_since", LocalDate.class),
                            row.getObject("ended_on", LocalDate.class),
                            row.getObject("feedback_year", Integer.class), row.getString("feedback"),
                            ResidenceState.valueOf(row.getString("state")), row.getObject("continues_id", UUID.class),
                            row.getLong("version")))
            .scopedBy("r.organization_path").sharedWith("r.residence_path").ofPerson("r.member_id")
            .orderedBy("id", "r.id", "uuid")
            .filter("member", "r.member_id = ?")
            .filter("home", "r.home_id = ?")
            .filter("residence", "r.residence_id = ?")
            .filter("continues", "r.continues_id = ?")
            .filter("state", "r.state = any (?)");
}
