package io.zhixing.organization.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.OrganizationProblems;
import io.zhixing.organization.Roles;
import io.zhixing.organization.member.MembersNumbered;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Assessments from files, judged like single ones. A month is assessed once: the same row again is UNCHANGED, another one of
 * the same month is refused, since another person corrects it and says why.
 */
@RequestScoped
public class AssessmentImport implements ImportKind<AssessmentImport.AssessmentRow> {

    public record AssessmentRow(
            @Schema(description = "党员编号 Member number") @NotBlank @Size(max = 40) String memberNumber,
            @Schema(description = "月份 Month, YYYY-MM") @NotNull @Pattern(regexp = Month.FORM) String month,
            @Schema(description = "类别 Category") @NotNull DuesCategory category,
            @Schema(description = "基数（分） Regular monthly pay after tax, in fen") @NotNull @Min(0) @Max(9007199254740991L) Long baseFen,
            @Schema(description = "选定金额（分） Amount chosen within the range, of categories without a rate") @Min(0) @Max(100000) Long fixedFen) {}

    private final DuesRows dues;
    private final DuesRates rates;
    private final LocalAmounts amounts;
    private final MembersNumbered members;
    private final Access access;
    private final Clock clock;

    AssessmentImport(DuesRows dues, DuesRates rates, LocalAmounts amounts, MembersNumbered members, Access access,
            Clock clock) {
        this.dues = dues;
        this.rates = rates;
        this.amounts = amounts;
        this.members = members;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dues-assessments";
    }

    @Override
    public Class<AssessmentRow> row() {
        return AssessmentRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("name", "姓名");
    }

    @Override
    public ImportRun<AssessmentRow> begin() {
        return new Run();
    }

    private final class Run implements ImportRun<AssessmentRow> {

        @Override
        public String key(AssessmentRow row) {
            return row.memberNumber() + "/" + row.month();
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<AssessmentRow>> rows) {
            var known = new Known(rows.stream().map(ImportRow::value).toList());
            var fresh = new ArrayList<AssessmentView>();
            var outcomes = RowOutcome.ofEach(rows, row -> outcome(row.value(), known, fresh));
            dues.write(fresh);
            return outcomes;
        }

        private RowOutcome outcome(AssessmentRow row, Known known, List<AssessmentView> fresh) {
            var member = Optional.ofNullable(known.members.get(row.memberNumber()))
                    .orElseThrow(() -> new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN
                            .at(Place.pointer("/memberNumber"), row.memberNumber()))));
            access.require(member.path(), Roles.CLERK, Roles.SECRETARY, Roles.OFFICER, Roles.SYSTEM);
            var month = Month.firstDay(row.month());
            var rate = known.table.stream().filter(one -> one.isFor(row.category(), row.baseFen(), month)).findFirst();
            var assessed = AssessDues.assessed(
                    new AssessDues.Stated(member.id(), row.month(), row.category(), row.baseFen(), row.fixedFen()),
                    member.joinedOn(), rate, rate.filter(one -> one.basisPoints() == null).flatMap(
                            one -> known.nearest(member.id(), month, row.category())),
                    known.reductions.of(member.id(), month), known.today);
            var before = known.assessed.get(new DuesRows.MemberMonth(member.id(), month));
            if (before == null) {
                fresh.add(assessed);
                return RowOutcome.created(assessed.id(), 1);
            }
            if (before.category() != assessed.category() || before.baseFen() != assessed.baseFen()
                    || before.fullFen() != assessed.fullFen()) {
                throw OrganizationProblems.DUES_ASSESSED_BEFORE.about();
            }
            return RowOutcome.unchanged(before.id(), 1);
        }
    }

    /** What the rows of a chunk are held against. */
    private final class Known {

        private final Map<String, MembersNumbered.Enrolled> members;
        private final List<DuesRate> table;
        private final Map<LocalAmounts.Due, LocalAmounts.Range> amounts;
        private final DuesRows.Reductions reductions;
        private final Map<DuesRows.MemberMonth, DuesRows.Known> assessed;
        private final LocalDate today = Shanghai.today(clock);

        Known(List<AssessmentRow> rows) {
            members = AssessmentImport.this.members.of(rows.stream().map(AssessmentRow::memberNumber).toList());
            table = rates.all();
            amounts = AssessmentImport.this.amounts.nearest(rows.stream()
                    .filter(row -> members.containsKey(row.memberNumber()))
                    .map(row -> new LocalAmounts.Due(members.get(row.memberNumber()).id(), Month.firstDay(row.month()),
                            row.category()))
                    .distinct().toList());
            reductions = dues.reductions(members.values().stream().map(MembersNumbered.Enrolled::id).toList());
            assessed = dues.assessed(rows.stream().filter(row -> members.containsKey(row.memberNumber()))
                    .map(row -> new DuesRows.MemberMonth(members.get(row.memberNumber()).id(),
                            Month.firstDay(row.month())))
                    .toList());
        }

        Optional<LocalAmounts.Range> nearest(UUID member, LocalDate month, DuesCategory category) {
            return Optional.ofNullable(amounts.get(new LocalAmounts.Due(member, month, category)));
        }
    }
}
