package io.zhixing.organization.floating;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;

@ApplicationScoped
public class FloatingMembers implements PanacheRepositoryBase<FloatingMember, UUID> {

    /** Seen by home and host, so row-level security scopes it and no single path. */
    static final Listing<FloatingMemberView> LISTING = Listing
            .of(FloatingMemberView.class, """
                    f.id, f.member_id, f.home_id, f.host_id, f.host_area, f.away_from, f.away_to, f.contact_member_id,
                    f.last_contact_on, f.state, f.version""", "floating_member f",
                    row -> new FloatingMemberView(row.getObject("id", UUID.class),
                            row.getObject("member_id", UUID.class), row.getObject("home_id", UUID.class),
                            row.getObject("host_id", UUID.class), row.getString("host_area"),
                            row.getObject("away_from", LocalDate.class), row.getObject("away_to", LocalDate.class),
                            row.getObject("contact_member_id", UUID.class),
                            row.getObject("last_contact_on", LocalDate.class),
                            FloatingState.valueOf(row.getString("state")), row.getLong("version")))
            .orderedBy("id", "f.id", "uuid")
            .filter("member", "f.member_id = ?")
            .filter("home", "f.home_id = ?")
            .filter("host", "f.host_id = ?")
            .filter("state", "f.state = any (?)")
            .filter("awayOn", "f.away_from <= ? and (f.away_to is null or f.away_to > ?)")
            .filter("noContactSince", "f.state <> 'ENDED' and f.last_contact_on < ?");
}
