package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.group.LoseLeader;
import io.zhixing.organization.post.VacatePosts;

/** What ends on the day on which a member leaves a roll: his period on it, his group and the lead of one, his posts. */
@RequestScoped
class LeaveRoll {

    private final Rolls rolls;
    private final LoseLeader loseLeader;
    private final VacatePosts vacatePosts;

    LeaveRoll(Rolls rolls, LoseLeader loseLeader, VacatePosts vacatePosts) {
        this.rolls = rolls;
        this.loseLeader = loseLeader;
        this.vacatePosts = vacatePosts;
    }

    /**
     * Needs the member's change to be flushed: of two at once the second has stopped there.
     *
     * @param from path of the branch whose roll he leaves
     * @param to path of the branch to which he goes; null when to none
     */
    void handle(UUID member, String from, String to, LocalDate on) {
        rolls.close(member, on);
        rolls.leaveGroup(member, on);
        loseLeader.handle(member, on);
        vacatePosts.handle(List.of(new VacatePosts.Leaver(member, from, to)), on);
    }
}
