package io.zhixing.organization.residence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.MembersNumbered;
import io.zhixing.organization.member.OpenOnce;
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

/** Registrations at the residence from files, judged like single ones; known by member and day. */
@RequestScoped
public class ResidenceImport implements ImportKind<ResidenceImport.ResidenceRow> {

    public record ResidenceRow(
            @Schema(description = "党员编号 Member number") @NotBlank @Size(max = 40) String memberNumber,
            @Schema(description = "居住地组织编码 Code of the organization where he lives") @NotBlank @Size(max = 40) String residenceCode,
            @Schema(description = "报到日期 Business day, not after today") @NotNull LocalDate on) {}

    private static final RegisterResidence.Fields FIELDS = new RegisterResidence.Fields("/memberNumber",
            "/residenceCode");

    private final ResidenceRows residences;
    private final MembersNumbered members;
    private final SidesNamed sides;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    ResidenceImport(ResidenceRows residences, MembersNumbered members, SidesNamed sides, Access access, Outbox outbox,
            Clock clock) {
        this.residences = residences;
        this.members = members;
        this.sides = sides;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "residence-registrations";
    }

    @Override
    public Class<ResidenceRow> row() {
        return ResidenceRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("name", "姓名", "residenceName", "居住地组织名称");
    }

    /** A member is registered at one place at a time, and his other row may stand in the same file. */
    @Override
    public boolean refersToItself() {
        return true;
    }

    @Override
    public ImportRun<ResidenceRow> begin() {
        return ImportRun.byChunks(row -> row.memberNumber() + "/" + row.on(), Chunk::new);
    }

    /** What the rows of a chunk name, and what they made so far. */
    private final class Chunk implements ImportRun.Chunk<ResidenceRow> {

        private final Map<String, MembersNumbered.Enrolled> numbered;
        private final Map<String, Sides.Side> places;
        private final OpenOnce<ResidenceRows.Known, ResidenceRegistration> registrations;

        Chunk(List<ResidenceRow> rows) {
            numbered = members.kept(rows.stream().map(ResidenceRow::memberNumber).toList());
            places = sides.of(rows.stream().map(ResidenceRow::residenceCode).toList());
            registrations = new OpenOnce<>(
                    residences.of(numbered.values().stream().map(MembersNumbered.Enrolled::id).toList()));
        }

        @Override
        public RowOutcome outcome(ResidenceRow row) {
            var member = numbered.get(row.memberNumber());
            var place = places.get(row.residenceCode());
            new Faults()
                    .addIf(member == null,
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/memberNumber"), row.memberNumber()))
                    .addIf(place == null, PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/residenceCode"),
                            row.residenceCode()))
                    .refuse();
            access.require(member.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
            return registrations.unchanged(member.id(),
                    one -> one.residence().equals(place.id()) && one.registeredOn().equals(row.on()))
                    .orElseGet(() -> made(row, member, place));
        }

        private RowOutcome made(ResidenceRow row, MembersNumbered.Enrolled member, Sides.Side place) {
            RegisterResidence.judge(
                    new RegisterResidence.Home(member.branch(), member.onRoll(), member.onRollFrom()), place,
                    row.on(), Shanghai.today(clock), FIELDS);
            if (registrations.isOpen(member.id())) {
                throw OrganizationProblems.RESIDENCE_ALREADY_OPEN.about();
            }
            var registration = new ResidenceRegistration(member.id(),
                    new ResidenceRegistration.Place(member.branch(), member.path()),
                    new ResidenceRegistration.Place(place.id(), place.path()), row.on());
            return registrations.made(member, registration, new ResidenceRows.Known(registration.id(), member.id(),
                    place.id(), row.on(), true, registration.version()));
        }

        @Override
        public void write() {
            registrations.write(residences::write, ResidenceRegistration::changed, outbox);
        }
    }
}
