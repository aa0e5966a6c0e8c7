package io.zhixing.organization.group;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.contract.Label;
import io.zhixing.platform.outbox.DomainEvent;
import io.zhixing.platform.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A Party group (党小组) within a branch. It is no organization: it has no place in the tree and no members of its own. */
@Entity
@Table(name = "party_group")
public class PartyGroup {

    static final String RESOURCE = "party-group";

    @Schema(description = "党小组状态 State of a Party group")
    public enum GroupState {
        @Label(zh = "运行", en = "Open")
        OPEN,
        @Label(zh = "已撤销", en = "Closed")
        CLOSED
    }

    @Id
    private UUID id;
    private UUID organizationId;
    @Column(name = "organization_path", updatable = false)   // it follows the branch by itself
    private String path;
    private String name;
    private UUID leaderMemberId;
    private LocalDate formedOn;
    private LocalDate closedOn;
    private LocalDate steppedOn;
    private UUID continuesId;
    @Version
    private long version = 1;

    protected PartyGroup() {}

    PartyGroup(UUID organizationId, String path, String name, UUID leaderMemberId, LocalDate formedOn) {
        this.id = Ids.next();
        this.organizationId = organizationId;
        this.path = path;
        this.name = name;
        this.leaderMemberId = leaderMemberId;
        this.formedOn = formedOn;
        this.steppedOn = formedOn;
    }

    /** The same group at the successor into which its branch was merged, from that day on. The one before it closes that day. */
    PartyGroup goingOn(UUID successor, String successorPath, String nameThere, LocalDate on) {
        var next = new PartyGroup(successor, successorPath, nameThere, leaderMemberId, on);
        next.continuesId = id;
        return next;
    }

    /** The columns of the table in which a new group is written, one array each. */
    static Batch<PartyGroup> columns(Batch<PartyGroup> groups) {
        return groups.column("uuid", g -> g.id).column("uuid", g -> g.organizationId).column("text", g -> g.path)
                .column("text", g -> g.name).column("uuid", g -> g.leaderMemberId).column("date", g -> g.formedOn)
                .column("date", g -> g.steppedOn).column("bigint", g -> g.version)
                .column("uuid", g -> g.continuesId);
    }

    /** What is null stays; {@link MoveGroup} has judged this step and the one below. */
    void change(String name, UUID leaderMemberId, LocalDate on) {
        this.name = name == null ? this.name : name;
        this.leaderMemberId = leaderMemberId == null ? this.leaderMemberId : leaderMemberId;
        this.steppedOn = on;
    }

    /** The leader left the branch, perhaps on a day before the group's last step. */
    void loseLeader(LocalDate on) {
        leaderMemberId = null;
        steppedOn = on.isAfter(steppedOn) ? on : steppedOn;
    }

    void close(LocalDate on) {
        closedOn = on;
        steppedOn = on;
    }

    /** Whether members of this branch may join on that day. */
    public boolean isOpenIn(UUID branch, LocalDate on) {
        return organizationId.equals(branch) && closedOn == null && !on.isBefore(formedOn);
    }

    GroupState state() {
        return closedOn == null ? GroupState.OPEN : GroupState.CLOSED;
    }

    public UUID id() {
        return id;
    }

    public UUID organizationId() {
        return organizationId;
    }

    String path() {
        return path;
    }

    /** Once among the open groups of its branch. */
    public String name() {
        return name;
    }

    boolean isLedBy(UUID member) {
        return member.equals(leaderMemberId);
    }

    LocalDate formedOn() {
        return formedOn;
    }

    LocalDate steppedOn() {
        return steppedOn;
    }

    public long version() {
        return version;
    }

    PartyGroupView view() {
        return new PartyGroupView(id, organizationId, name, leaderMemberId, formedOn, closedOn, state(), continuesId,
                version);
    }

    Changed changed(LocalDate effectiveOn) {
        return new Changed(id, version, organizationId, effectiveOn, leaderMemberId, state(), formedOn, closedOn,
                continuesId);
    }

    /**
     * A group as it now is; its name, which may be a person's, stays here.
     *
     * @param continuesId the group that it goes on with since a merger of its branch; null when it was formed anew
     */
    public record Changed(UUID groupId, long version, UUID organizationId, LocalDate effectiveOn, UUID leaderMemberId,
            GroupState state, LocalDate formedOn, LocalDate closedOn, UUID continuesId) implements DomainEvent {

        @Override
        public UUID aggregateId() {
            return groupId;
        }
    }
}
