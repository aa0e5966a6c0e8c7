package io.zhixing.organization.floating;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.MembersNumbered;
import io.zhixing.organization.member.OpenOnce;
import io.zhixing.organization.structure.Sector;
import io.zhixing.organization.structure.Sides;
import io.zhixing.organization.structure.SidesNamed;
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

/** Floating members from files, judged like single registrations; known by member and the day since when he is away. */
@RequestScoped
public class FloatingImport implements ImportKind<FloatingImport.FloatingRow> {

    public record FloatingRow(
            @Schema(description = "党员编号 Member number") @NotBlank @Size(max = 40) String memberNumber,
            @Schema(description = "流入组织编码 Code of the host organization, when it is of this register") @Size(max = 40) String hostCode,
            @Schema(description = "流入地 Where he is") @NotBlank @Size(max = 200) String hostArea,
            @Schema(description = "联系人编号 Number of the member who keeps contact; required in rural branches") @Size(max = 40) String contactNumber,
            @Schema(description = "外出日期 Away from") @NotNull LocalDate awayFrom,
            @Schema(description = "登记日期 Business day, not after today; the first contact") @NotNull LocalDate on) {}

    private static final RegisterFloatingMember.Fields FIELDS = new RegisterFloatingMember.Fields("/memberNumber",
            "/hostCode", "/contactNumber");

    private final FloatingRows floating;
    private final MembersNumbered members;
    private final SidesNamed sides;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    FloatingImport(FloatingRows floating, MembersNumbered members, SidesNamed sides, Access access, Outbox outbox,
            Clock clock) {
        this.floating = floating;
        this.members = members;
        this.sides = sides;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "floating-members";
    }

    @Override
    public Class<FloatingRow> row() {
        return FloatingRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("name", "姓名");
    }

    /** A member is away once at a time, and his other row may stand in the same file. */
    @Override
    public boolean refersToItself() {
        return true;
    }

    @Override
    public ImportRun<FloatingRow> begin() {
        return ImportRun.byChunks(row -> row.memberNumber() + "/" + row.awayFrom(), Chunk::new);
    }

    /** What the rows of a chunk name, and what they made so far. */
    private final class Chunk implements ImportRun.Chunk<FloatingRow> {

        private final Map<String, MembersNumbered.Enrolled> numbered;
        private final Map<String, Sides.Side> hosts;
        private final Map<UUID, Sector> sectors;
        private final OpenOnce<FloatingRows.Known, FloatingMember> records;

        Chunk(List<FloatingRow> rows) {
            numbered = members.kept(rows.stream().flatMap(row -> Stream.of(row.memberNumber(), row.contactNumber()))
                    .filter(Objects::nonNull).toList());
            hosts = sides.of(rows.stream().map(FloatingRow::hostCode).toList());
            sectors = floating
                    .sectors(numbered.values().stream().map(MembersNumbered.Enrolled::branch).distinct().toList());
            records = new OpenOnce<>(
                    floating.of(numbered.values().stream().map(MembersNumbered.Enrolled::id).toList()));
        }

        @Override
        public RowOutcome outcome(FloatingRow row) {
            var member = numbered.get(row.memberNumber());
            var host = hosts.get(row.hostCode());
            var contact = numbered.get(row.contactNumber());
            new Faults()
                    .addIf(member == null,
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberNumber"), row.memberNumber()))
                    .addIf(row.hostCode() != null && host == null,
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/hostCode"), row.hostCode()))
                    .addIf(row.contactNumber() != null && contact == null, PlatformProblems.REFERENCE_UNKNOWN
                            .at(Place.pointer("/contactNumber"), row.contactNumber()))
                    .refuse();
            access.require(member.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
            var facts = new FloatingMember.Facts(member.id(),
                    new FloatingMember.Place(member.branch(), member.path()),
                    host == null ? null : new FloatingMember.Place(host.id(), host.path()),
                    row.hostArea(), contact == null ? null : contact.id(), row.awayFrom(), row.on());
            return records.unchanged(member.id(), one -> one.saysTheSameAs(facts))
                    .orElseGet(() -> made(row, facts, member, host));
        }

        private RowOutcome made(FloatingRow row, FloatingMember.Facts facts, MembersNumbered.Enrolled member,
                Sides.Side host) {
            judge(row, facts, member, host);
            if (records.isOpen(member.id())) {
                throw OrganizationProblems.FLOATING_ALREADY_OPEN.about();
            }
            var record = new FloatingMember(facts);
            return records.made(member, record, new FloatingRows.Known(record.id(), member.id(), facts.hostId(),
                    facts.hostArea(), facts.contactMemberId(), facts.awayFrom(), true, record.version()));
        }

        private void judge(FloatingRow row, FloatingMember.Facts facts, MembersNumbered.Enrolled member,
                Sides.Side host) {
            RegisterFloatingMember.judge(
                    new RegisterFloatingMember.Stated(member.id(), row.hostCode(), row.hostArea(),
                            facts.contactMemberId(), row.awayFrom(), row.on()),
                    new RegisterFloatingMember.Home(member.branch(), sectors.get(member.branch()), member.onRoll(),
                            member.joinedOn()),
                    host, Shanghai.today(clock), FIELDS);
        }

        @Override
        public void write() {
            records.write(floating::write, FloatingMember::changed, outbox);
        }
    }
}
