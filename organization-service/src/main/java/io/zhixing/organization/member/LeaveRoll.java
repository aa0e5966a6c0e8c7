package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.arc.All;
import io.zhixing.organization.group.LoseLeader;
import io.zhixing.organization.member.MemberRecords.Leaving;
import io.zhixing.organization.post.VacatePosts;

/**
 * What ends on the day on which a member leaves a roll: his period on it, his group and the lead of one, his posts, and what
 * other parts of the register keep open about him.
 */
@RequestScoped
class LeaveRoll {

    private final Rolls rolls;
    private final LoseLeader loseLeader;
    private final VacatePosts vacatePosts;
    private final List<MemberRecords> records;

    LeaveRoll(Rolls rolls, LoseLeader loseLeader, VacatePosts vacatePosts, @All List<MemberRecords> records) {
        this.rolls = rolls;
        this.loseLeader = loseLeader;
        this.vacatePosts = vacatePosts;
        this.records = records;
    }

    /** Before the member changes; a received transfer is locked by its own step. */
    void hold(UUID member) {
        records.forEach(kept -> kept.hold(List.of(member)));
    }

    /**
     * Needs the member's change to be flushed: of two at once the second has stopped there.
     *
     * @param from path of the branch whose roll he leaves
     * @param to path of the branch to which he goes; null when to none
     */
    void handle(PartyMember member, String from, String to, LocalDate on) {
        rolls.close(member.id(), on);
        rolls.leaveGroup(member.id(), on);
        loseLeader.handle(member.id(), on);
        vacatePosts.handle(List.of(new VacatePosts.Leaver(member.id(), from, to)), on);
        endRecords(member, on);
    }

    /** The same for one who was suspended before, and so left the roll and all that goes with it then. */
    void endRecords(PartyMember member, LocalDate on) {
        var how = Leaving.by(member.status());
        records.forEach(kept -> kept.end(List.of(member.id()), how, on));
    }
}
