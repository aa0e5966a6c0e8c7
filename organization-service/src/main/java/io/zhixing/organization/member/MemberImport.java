package io.zhixing.organization.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.rule.RuleBook;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.Seat;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Ids;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Members from files, judged like single enrolments. A number that is known is left as it is when the row says the same;
 * another name, ethnicity or day is a correction like the single one, and what makes him another person or a step of his life
 * (ID number, type, branch, first day on the roll) is refused.
 */
@RequestScoped
public class MemberImport implements ImportKind<MemberImport.MemberRow> {

    public record MemberRow(
            @Schema(description = "党员编号 Member number") @NotNull @Pattern(regexp = PartyMember.NUMBER_FORM) String memberNumber,
            @Schema(description = "姓名 Name") @NotBlank @Size(max = 100) String name,
            @Schema(description = "身份证号 ID number") @NotBlank @Size(max = 20) String idNumber,
            @Schema(description = "性别代码 Sex") @NotNull @Pattern(regexp = "[12]") String sexCode,
            @Schema(description = "民族代码 Ethnicity") @NotNull @Pattern(regexp = "[0-9]{2}") String ethnicityCode,
            @Schema(description = "出生日期 Birth date") @NotNull LocalDate birthDate,
            @Schema(description = "党员类型 Type") @NotNull MemberType memberType,
            @Schema(description = "入党日期 Day of joining") @NotNull LocalDate joinedOn,
            @Schema(description = "转正日期 Full member since") LocalDate fullSince,
            @Schema(description = "支部编码 Code of the branch") @NotBlank String organizationCode,
            @Schema(description = "编入日期 First day on the roll") @NotNull LocalDate onRollFrom,
            @Schema(description = "更正原因 Reason, where the row corrects what is known; stands in the history") @Size(max = 500) String correctionReason) {

        PartyMember.Facts facts(Seat branch) {
            return new PartyMember.Facts(memberNumber, name, idNumber, sexCode, ethnicityCode, birthDate, memberType,
                    joinedOn, fullSince, branch.id(), onRollFrom);
        }
    }

    private static final String BY_FILE = "导入更正 Corrected by an import";

    private static final EnrolmentPolicy.Fields FIELDS = new EnrolmentPolicy.Fields("/organizationCode", "/onRollFrom");

    private final MemberBatches batches;
    private final CorrectMember correctMember;
    private final Organizations organizations;
    private final IdNumbers idNumbers;
    private final EnrolmentPolicy policy;
    private final Access access;
    private final Outbox outbox;
    private final Clock clock;

    MemberImport(MemberBatches batches, CorrectMember correctMember, Organizations organizations, IdNumbers idNumbers,
            EnrolmentPolicy policy, Access access, Outbox outbox, Clock clock) {
        this.batches = batches;
        this.correctMember = correctMember;
        this.organizations = organizations;
        this.idNumbers = idNumbers;
        this.policy = policy;
        this.access = access;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public Class<MemberRow> row() {
        return MemberRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("organizationName", "支部名称");
    }

    @Override
    public ImportRun<MemberRow> begin() {
        return new Run();
    }

    private final class Run implements ImportRun<MemberRow> {

        private final RuleBook rules = policy.rulesForMany();

        @Override
        public String key(MemberRow row) {
            return row.memberNumber();
        }

        @Override
        public List<String> uniqueKeys(MemberRow row) {
            return List.of("number " + row.memberNumber(),
                    "id " + row.idNumber().strip().toUpperCase(Locale.ROOT));
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<MemberRow>> rows) {
            var branches = organizations.seats(rows.stream().map(row -> row.value().organizationCode()).toList());
            var paths = branches.values().stream().collect(Collectors.toMap(Seat::id, Seat::path));
            var today = Shanghai.today(clock);
            var entries = rows.stream().map(row -> new Entry(row.value(), branches, today)).toList();
            var known = batches.known(rows.stream().map(row -> row.value().memberNumber()).toList(),
                    entries.stream().filter(entry -> entry.index != null).map(entry -> entry.index).toList());
            var fresh = new ArrayList<PartyMember>();
            var outcomes = RowOutcome.ofEach(entries, entry -> outcome(entry, known, fresh));
            batches.enrol(fresh);
            outbox.appendAll(fresh.stream().map(PartyMember::enrolled).toList(),
                    event -> paths.get(event.organizationId()));
            return outcomes;
        }

        private RowOutcome outcome(Entry entry, MemberBatches.Known known, List<PartyMember> fresh) {
            entry.judge(rules);
            var stored = known.numbered(entry.row.memberNumber());
            if (stored != null) {
                return known(entry, stored);
            }
            if (known.hasIdNumber(entry.index)) {
                throw OrganizationProblems.ID_NUMBER_TAKEN.about();
            }
            var id = Ids.next();
            var member = new PartyMember(id, entry.facts, idNumbers.kept(id, entry.idNumber, entry.index),
                    entry.branch.path());
            fresh.add(member);
            return RowOutcome.created(id, member.version());
        }
    }

    private RowOutcome known(Entry entry, MemberBatches.Stored stored) {
        if (stored.says(entry.facts, entry.index)) {
            return RowOutcome.unchanged(stored.id(), stored.version());
        }
        if (!stored.isStatedOf(entry.facts, entry.index)) {
            throw OrganizationProblems.MEMBER_NUMBER_TAKEN.about();
        }
        var reason = entry.row.correctionReason();
        var corrected = correctMember.handle(stored.id(), stored.version(),
                stored.correction(entry.facts, reason == null ? BY_FILE : reason));
        return RowOutcome.updated(corrected.id(), corrected.version());
    }

    /** A row with what it refers to. */
    private final class Entry {

        private final MemberRow row;
        private final Seat branch;
        private final LocalDate today;
        private final CitizenId idNumber;
        private final byte[] index;
        private PartyMember.Facts facts;

        Entry(MemberRow row, Map<String, Seat> branches, LocalDate today) {
            this.row = row;
            this.branch = branches.get(row.organizationCode());
            this.today = today;
            this.idNumber = CitizenId.of(row.idNumber(), today).orElse(null);
            this.index = idNumber == null ? null : idNumbers.index(idNumber);
        }

        void judge(RuleBook rules) {
            if (branch == null) {
                throw new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN
                        .at(Place.pointer("/organizationCode"), row.organizationCode())));
            }
            access.require(branch.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
            facts = row.facts(branch);
            policy.judge(facts, idNumber, branch, FIELDS, today, rules).refuse();
        }
    }
}
