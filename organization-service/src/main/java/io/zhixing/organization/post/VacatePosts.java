package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.structure.Sides;

/**
 * Ends the posts of members who leave. Who goes to another branch leaves the posts of those organizations in which he no
 * longer stands: that of the branch always, that of a committee when it is not above the new branch. Who is sent to a place,
 * such as a first secretary, never stood there and stays. Who is on no roll any more holds no post at all.
 */
@RequestScoped
public class VacatePosts {

    private final Posts posts;
    private final Sides sides;
    private final EndPosts endPosts;

    VacatePosts(Posts posts, Sides sides, EndPosts endPosts) {
        this.posts = posts;
        this.sides = sides;
        this.endPosts = endPosts;
    }

    /**
     * @param from path of the branch on whose roll he stood
     * @param to path of the one on whose roll he stands from that day on; null when on none
     */
    public record Leaver(UUID member, String from, String to) {

        boolean leaves(String organization) {
            return to == null || from.startsWith(organization) && !to.startsWith(organization);
        }
    }

    /**
     * Needs the transaction in which they leave, after it was flushed. {@code DAYS_INCONSISTENT} when one took a post on that
     * day or later: then the one or the other day is wrong.
     */
    public void handle(List<Leaver> leavers, LocalDate on) {
        var ending = ending(leavers);
        if (ending.isEmpty()) {
            return;
        }
        sides.reachAlso(ending.values());
        endPosts.handle(posts.these(ending.keySet()), on, left -> ending.get(left.postId()));
    }

    /** Posts to the paths of their organizations. */
    private Map<UUID, String> ending(List<Leaver> leavers) {
        var byMember = leavers.stream().collect(Collectors.toMap(Leaver::member, leaver -> leaver));
        return posts.openOf(byMember.keySet()).stream()
                .filter(post -> byMember.get(post.memberId()).leaves(post.path()))
                .collect(Collectors.toMap(Posts.Open::id, Posts.Open::path));
    }
}
