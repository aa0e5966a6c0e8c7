package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.zhixing.platform.list.Listing;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.sql.SqlArray;

@ApplicationScoped
public class Posts implements PanacheRepositoryBase<PostHolding, UUID> {

    static final Listing<PostView> LISTING = Listing.of(PostView.class,
            "p.id, p.member_id, p.organization_id, p.post, p.held_from, p.held_to, p.basis, p.version", "post p",
            row -> new PostView(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
                    row.getObject("organization_id", UUID.class), Post.valueOf(row.getString("post")),
                    row.getObject("held_from", LocalDate.class), row.getObject("held_to", LocalDate.class),
                    Basis.valueOf(row.getString("basis")), row.getLong("version")))
            .scopedBy("p.organization_path")
            .orderedBy("organization", "p.organization_path", "text", "p.id", "uuid")
            .filter("member", "p.member_id = ?")
            .filter("post", "p.post = any (?)")
            .filter("heldOn", "p.held_from <= ? and (p.held_to is null or p.held_to > ?)");

    private final Sql database;

    Posts(Sql database) {
        this.database = database;
    }

    /** Posts in an organization that nobody has left yet. */
    List<PostHolding> openIn(UUID organizationId) {
        return list("organizationId = ?1 and heldTo is null order by id", organizationId);
    }

    /** The last day on which somebody left a post in this organization; empty when nobody has. */
    Optional<LocalDate> leftLast(UUID organization) {
        return database.one("""
                select max(p.held_to) from party_organization o
                join post p on p.organization_path = o.organization_path and p.organization_id = o.id
                where o.id = ?""", row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), organization);
    }

    /** These posts, in one order. */
    List<PostHolding> these(Collection<UUID> ids) {
        return list("id in ?1 order by id", ids);
    }

    /** A post that somebody holds, which the caller may not see. */
    record Open(UUID id, UUID memberId, String path) {}

    /** Every post that one of these members holds, wherever it is. */
    List<Open> openOf(Collection<UUID> members) {
        return database.list("select id, member_id, path from open_posts_of(?)",
                row -> new Open(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)),
                SqlArray.uuids(members));
    }
}
