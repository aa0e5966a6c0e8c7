package io.zhixing.organization.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.rule.Rules;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.time.Shanghai;

@ApplicationScoped
public class ContactLosses implements PanacheRepositoryBase<ContactLoss, UUID> {

    private final Rules rules;
    private final Clock clock;

    ContactLosses(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** What is open of these members, locked in one order. */
    List<ContactLoss> openOf(Collection<UUID> members) {
        return find("memberId in ?1 and state = ?2 order by id", members, ContactLoss.ContactState.LOST)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Who may be suspended or removed on a day, by the months of today's rules. */
    Listing<ContactLossView> listing() {
        return Listing.of(ContactLossView.class,
                "c.id, c.member_id, c.last_contact_on, c.note, c.found_on, c.state, c.version",
                "contact_loss c join party_member m on m.id = c.member_id",
                row -> new ContactLossView(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                        row.getObject("last_contact_on", LocalDate.class), row.getString("note"),
                        row.getObject("found_on", LocalDate.class),
                        ContactLoss.ContactState.valueOf(row.getString("state")), row.getLong("version")))
                .scopedBy("m.organization_path")
                .orderedBy("organization", "m.organization_path", "text", "c.id", "uuid")
                .filter("member", "c.member_id = ?")
                .filter("state", "c.state = any (?)")
                .filter("maySuspendOn", "c.state = 'LOST' and m.status = 'ACTIVE' and c.last_contact_on <= ?::date - "
                        + "make_interval(months => " + months("LOST_CONTACT_SUSPEND_MONTHS") + ")")
                .filter("mayRemoveOn", "c.state = 'LOST' and m.status = 'SUSPENDED' and m.on_roll_to <= ?::date - "
                        + "make_interval(months => " + months("LOST_CONTACT_REMOVE_MONTHS") + ")");
    }

    private long months(String code) {
        return rules.inForce(code, "MEMBER", Shanghai.today(clock)).orElseThrow().value();
    }
}
