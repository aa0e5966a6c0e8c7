package io.zhixing.organization.group;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.MembersNumbered;
import io.zhixing.organization.member.MembersNumbered.Enrolled;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Party groups from files, known by branch and name among those that are open. One that is known is left as it is when the
 * row says the same; another leader is a step of its own, like the single one, and another day of forming is refused.
 */
@RequestScoped
public class GroupImport implements ImportKind<GroupImport.GroupRow> {

    public record GroupRow(
            @Schema(description = "支部编码 Code of the branch") @NotBlank @Size(max = 40) String organizationCode,
            @Schema(description = "小组名称 Name, once among the branch's open groups") @NotBlank @Size(max = 60) String name,
            @Schema(description = "组长编号 Member number of the leader, on the branch's roll") @Size(max = 40) String leaderNumber,
            @Schema(description = "成立日期 Day it is formed, not after today") @NotNull LocalDate formedOn,
            @Schema(description = "变动日期 Day of the change, where the row names another leader; today when empty") LocalDate changedOn,
            @Schema(description = "变动说明 Comment on the change; stands in the history") @Size(max = 500) String changeReason) {}

    private static final GroupPolicy.Fields FIELDS = new GroupPolicy.Fields("/organizationCode", "/leaderNumber");

    /** A group by its branch and its name. */
    private record Named(UUID branch, String name) {}

    private final PartyGroups groups;
    private final MoveGroup moveGroup;
    private final Organizations organizations;
    private final MembersNumbered members;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    GroupImport(PartyGroups groups, MoveGroup moveGroup, Organizations organizations, MembersNumbered members,
            Access access, Outbox outbox, Clock clock) {
        this.groups = groups;
        this.moveGroup = moveGroup;
        this.organizations = organizations;
        this.members = members;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "party-groups";
    }

    @Override
    public Class<GroupRow> row() {
        return GroupRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("organizationName", "组织名称", "leaderName", "组长姓名");
    }

    @Override
    public ImportRun<GroupRow> begin() {
        return ImportRun.byChunks(row -> row.organizationCode() + "/" + row.name(), Chunk::new);
    }

    /** The branches and leaders that rows name, locked, and the open groups that these branches have by the rows so far. */
    private final class Chunk implements ImportRun.Chunk<GroupRow> {

        private final Map<String, Seat> branches;
        private final Map<String, Enrolled> leaders;
        private final Map<Named, PartyGroup> known = new HashMap<>();
        private final List<PartyGroup> fresh = new ArrayList<>();
        private final LocalDate today = Shanghai.today(clock);

        Chunk(List<GroupRow> rows) {
            branches = organizations.lockedSeats(rows.stream().map(GroupRow::organizationCode).toList());
            leaders = members.locked(rows.stream().map(GroupRow::leaderNumber).filter(Objects::nonNull).toList());
            groups.openIn(branches.values().stream().map(Seat::id).toList())
                    .forEach(group -> known.put(new Named(group.organizationId(), group.name()), group));
        }

        @Override
        public RowOutcome outcome(GroupRow row) {
            var branch = branches.get(row.organizationCode());
            var leader = leaders.get(row.leaderNumber());
            new Faults()
                    .addIf(branch == null,
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organizationCode"),
                                    row.organizationCode()))
                    .addIf(row.leaderNumber() != null && leader == null,
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/leaderNumber"), row.leaderNumber()))
                    .refuse();
            access.require(branch.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
            GroupPolicy.judge(branch, leader == null || leader.isOnRollOf(branch.id()), row.formedOn(), today, FIELDS)
                    .refuse();
            var before = known.get(new Named(branch.id(), row.name()));
            if (before != null) {
                return known(row, before, leader);
            }
            var group = new PartyGroup(branch.id(), branch.path(), row.name(), leader == null ? null : leader.id(),
                    row.formedOn());
            fresh.add(group);
            return RowOutcome.created(group.id(), group.version());
        }

        private RowOutcome known(GroupRow row, PartyGroup before, Enrolled leader) {
            if (!before.formedOn().equals(row.formedOn())) {
                throw OrganizationProblems.GROUP_NAME_TAKEN.about();
            }
            if (leader == null || before.isLedBy(leader.id())) {
                return RowOutcome.unchanged(before.id(), before.version());
            }
            var on = row.changedOn() == null ? today : row.changedOn();
            var changed = moveGroup.handle(before.id(), before.version(),
                    new GroupMove("change", on, row.changeReason(), null, leader.id()));
            return RowOutcome.updated(changed.id(), changed.version());
        }

        @Override
        public void write() {
            groups.write(fresh);
            var paths = fresh.stream().collect(Collectors.toMap(PartyGroup::id, PartyGroup::path));
            outbox.appendAll(fresh.stream().map(group -> group.changed(group.formedOn())).toList(),
                    event -> paths.get(event.groupId()));
        }
    }
}
