package io.zhixing.organization.floating;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.organization.rule.Rules;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class FloatingMembers implements PanacheRepositoryBase<FloatingMember, UUID> {

    /** What is open of these members, locked in one order. */
    List<FloatingMember> openOf(Collection<UUID> members) {
        return find("memberId in ?1 and state <> ?2 order by id", members, FloatingState.ENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** What is open and names this organization as home or as host, locked in one order. */
    List<FloatingMember> openAt(UUID organization) {
        return find("(homeId = ?1 or hostId = ?1) and state <> ?2 order by id", organization, FloatingState.ENDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /** Seen by home and host. */
    static final Listing<FloatingMemberView> LISTING = Listing
            .of(FloatingMemberView.class, """
                    f.id, f.member_id, f.home_id, f.host_id, f.host_area, f.away_from, f.away_since, f.away_to,
                    f.contact_member_id, f.last_contact_on, f.state, f.continues_id, f.version""", "floating_member f",
                    row -> new FloatingMemberView(row.getObject("id", UUID.class),
                            row.getObject("member_id", UUID.class), row.getObject("home_id", UUID.class),
                            row.getObject("host_id", UUID.class), row.getString("host_area"),
                            row.getObject("away_from", LocalDate.class),
                            row.getObject("away_since", LocalDate.class), row.getObject("away_to", LocalDate.class),
                            row.getObject("contact_member_id", UUID.class),
                            row.getObject("last_contact_on", LocalDate.class),
                            FloatingState.valueOf(row.getString("state")), row.getObject("continues_id", UUID.class),
                            row.getLong("version")))
            .scopedBy("f.organization_path").sharedWith("f.host_path").ofPerson("f.member_id")
            .orderedBy("id", "f.id", "uuid")
            .filter("member", "f.member_id = ?")
            .filter("home", "f.home_id = ?")
            .filter("host", "f.host_id = ?")
            .filter("state", "f.state = any (?)")
            .filter("continues", "f.continues_id = ?")
            .filter("awayOn", "f.away_from <= ? and (f.away_to is null or f.away_to > ?)")
            .filter("noContactSince", "f.state <> 'ENDED' and f.last_contact_on < ?")
            .filter("shouldTransferOn",
                    """
                    f.host_id is not null and f.away_from <= ?::date and (f.away_to is null or f.away_to > ?::date)
                    and exists (select from organization_rule w where w.code = 'AWAY_SHOULD_TRANSFER_MONTHS' and w.applies_to = 'MEMBER'
                      and w.effective_from <= ?::date and (w.effective_to is null or w.effective_to > ?::date)
                      and coalesce(f.away_since, f.away_from) + make_interval(months => w.value::integer) <= ?::date)""")
            .filter("notYetFloatingOn", """
                    f.away_from <= ?::date and (f.away_to is null or f.away_to > ?::date)
                    and coalesce(f.away_since, f.away_from) + make_interval(months => %s) > ?::date"""
                    .formatted(Rules.value("FLOATING_FROM_MONTHS", "MEMBER", "?::date")));
}
