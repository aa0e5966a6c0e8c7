package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.group.PartyGroup;
import io.zhixing.organization.group.PartyGroups;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is in which Party group of his branch, from files: each row is the step of joining, judged like the single one. Who is
 * in that group already stays as he is, whatever day the row names.
 */
@RequestScoped
public class GroupMemberImport implements ImportKind<GroupMemberImport.GroupMemberRow> {

    public record GroupMemberRow(
            @Schema(description = "党员编号 Member number") @NotBlank @Size(max = 40) String memberNumber,
            @Schema(description = "小组名称 Name of an open group of his branch") @NotBlank @Size(max = 60) String groupName,
            @Schema(description = "编入日期 Day of joining, not after today and not before his last step") @NotNull LocalDate on) {}

    /** A group by its branch and its name. */
    private record Named(UUID branch, String name) {}

    private final Members members;
    private final PartyGroups groups;
    private final TakeMemberStep takeStep;

    GroupMemberImport(Members members, PartyGroups groups, TakeMemberStep takeStep) {
        this.members = members;
        this.groups = groups;
        this.takeStep = takeStep;
    }

    @Override
    public String name() {
        return "party-group-members";
    }

    @Override
    public Class<GroupMemberRow> row() {
        return GroupMemberRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("memberName", "姓名", "organizationName", "组织名称");
    }

    @Override
    public ImportRun<GroupMemberRow> begin() {
        return ImportRun.byChunks(GroupMemberRow::memberNumber, Chunk::new);
    }

    /** The members that rows name, locked, and the open groups of their branches. */
    private final class Chunk implements ImportRun.Chunk<GroupMemberRow> {

        private final Map<String, PartyMember> numbered = new HashMap<>();
        private final Map<Named, PartyGroup> named = new HashMap<>();

        Chunk(List<GroupMemberRow> rows) {
            members.lockedNumbered(rows.stream().map(GroupMemberRow::memberNumber).toList())
                    .forEach(member -> numbered.put(member.memberNumber(), member));
            groups.openIn(numbered.values().stream().map(PartyMember::organizationId).distinct().toList())
                    .forEach(group -> named.put(new Named(group.organizationId(), group.name()), group));
        }

        @Override
        public RowOutcome outcome(GroupMemberRow row) {
            var member = numbered.get(row.memberNumber());
            if (member == null) {
                throw new ProblemException(List.of(
                        PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberNumber"), row.memberNumber())));
            }
            var group = named.get(new Named(member.organizationId(), row.groupName()));
            if (group == null) {
                throw new ProblemException(
                        List.of(OrganizationProblems.GROUP_NOT_OF_BRANCH.at(Place.pointer("/groupName"))));
            }
            if (group.id().equals(member.groupId())) {
                return RowOutcome.unchanged(member.id(), member.version());
            }
            var joined = takeStep.handle(member.id(), member.version(),
                    new MemberMove("assign-group", row.on(), null, group.id(), null, null));
            return RowOutcome.updated(joined.id(), joined.version());
        }

        @Override
        public void write() {
            // each step has written what it does
        }
    }
}
