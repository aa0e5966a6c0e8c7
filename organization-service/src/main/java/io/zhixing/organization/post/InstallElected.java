package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.member.Members;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.platform.outbox.Outbox;

/** What a confirmed election does to posts: whom it elected takes his, and with a new term everybody else leaves. */
@RequestScoped
public class InstallElected {

    /** Who was elected to what. */
    public record Elected(UUID memberId, Post post) {}

    private final Posts posts;
    private final Members members;
    private final EndPosts endPosts;
    private final Outbox outbox;

    InstallElected(Posts posts, Members members, EndPosts endPosts, Outbox outbox) {
        this.posts = posts;
        this.members = members;
        this.endPosts = endPosts;
        this.outbox = outbox;
    }

    /**
     * How many of the elected have died or left their roll since, were no full members on a roll on the day of the
     * confirmation, or have gone from this organization to another one. Who never stood in it, such as one sent there, is not
     * gone.
     *
     * @param on day of the confirmation
     * @param locking whether those who are there stay until the transaction ends
     */
    public int gone(PartyOrganization organization, List<Elected> elected, LocalDate electedOn, LocalDate on,
            boolean locking) {
        var ids = elected.stream().map(Elected::memberId).sorted().toList();
        if (locking) {
            members.keep(ids);
        }
        return members.goneOn(ids, organization.path(), electedOn, on);
    }

    /** @param wholeCommittee whether a new term begins; a by-election ends the holdings of its own posts alone */
    public void handle(PartyOrganization organization, List<Elected> elected, boolean wholeCommittee, LocalDate on) {
        var sole = elected.stream().map(Elected::post).filter(Post::isHeldByOne).toList();
        var leaving = posts.openIn(organization.id()).stream()
                .filter(held -> wholeCommittee ? held.isElected() : sole.contains(held.post()))
                .filter(held -> !held.earliestEnd().isAfter(on)).toList();
        endPosts.handle(leaving, on, left -> organization.path());
        var taken = elected.stream().map(one -> new PostHolding(new PostHolding.Facts(one.memberId(),
                organization.id(), one.post(), on, null, wholeCommittee ? Basis.ELECTED : Basis.BY_ELECTION),
                organization.path())).toList();
        posts.persist(taken);
        posts.flush();
        outbox.appendAll(taken.stream().map(PostHolding::taken).toList(), organization.path());
    }
}
