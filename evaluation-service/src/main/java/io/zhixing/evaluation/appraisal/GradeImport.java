package io.zhixing.evaluation.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.evaluation.EvaluationProblems;
import io.zhixing.evaluation.Roles;
import io.zhixing.platform.access.Access;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.problem.Fault;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Grades from files, kept with their rounds until {@code propose-grades} without grades of its own takes them. */
@RequestScoped
class GradeImport implements ImportKind<GradeImport.GradeRow> {

    record GradeRow(
            @Schema(description = "组织编码 Code of the organization whose round it is") @NotBlank @Size(max = 40) String organization,
            @Schema(description = "年度 Year of the round") @NotNull @Min(1949) @Max(2200) Integer year,
            @Schema(description = "党员编号 Member number") @NotBlank @Size(max = 40) String memberNumber,
            @Schema(description = "等次 Grade; this or ungradedReason") AppraisalGrade grade,
            @Schema(description = "未评定原因 Why there is no grade") UngradedReason ungradedReason,
            @Schema(description = "说明 Explanation; needed for NOT_APPRAISED") @Size(max = 500) String explanation,
            @Schema(description = "是否参评 Whether he took part") @NotNull Boolean tookPart) {}

    private final DraftedGrades drafts;
    private final Access access;

    GradeImport(DraftedGrades drafts, Access access) {
        this.drafts = drafts;
        this.access = access;
    }

    @Override
    public String name() {
        return "grades";
    }

    @Override
    public Class<GradeRow> row() {
        return GradeRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("name", "姓名");
    }

    @Override
    public ImportRun<GradeRow> begin() {
        return new Run();
    }

    private final class Run implements ImportRun<GradeRow> {

        @Override
        public String key(GradeRow row) {
            return row.organization() + "/" + row.year() + "/" + row.memberNumber();
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<GradeRow>> rows) {
            var found = drafts.find(rows.stream().map(ImportRow::value).toList());
            var outcomes = new ArrayList<RowOutcome>();
            var news = new ArrayList<DraftedGrades.Draft>();
            for (int i = 0; i < rows.size(); i++) {
                try {
                    outcomes.add(outcome(rows.get(i), found.get(i), news));
                } catch (ProblemException refused) {
                    outcomes.add(RowOutcome.rejected(refused));
                }
            }
            drafts.write(news);
            return outcomes;
        }

        private RowOutcome outcome(ImportRow<GradeRow> row, DraftedGrades.Found found,
                List<DraftedGrades.Draft> news) {
            if (found.path() == null) {
                throw refusal(PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/organization"),
                        row.value().organization()));
            }
            access.require(found.path(), Roles.SECRETARY, Roles.SYSTEM);
            if (!found.isOpen()) {
                throw refusal(EvaluationProblems.ROUND_NOT_OPEN.at(Place.pointer("/year"), row.value().year()));
            }
            if (found.entry() == null) {
                throw refusal(EvaluationProblems.GRADE_OUTSIDE_ROLL.at(Place.pointer("/memberNumber")));
            }
            var draft = found.with(row);
            var faults = new Faults();
            GradeSheet.judge(found.entry(), draft.stated(), Place.pointer("/grade"), faults);
            faults.refuse();
            if (draft.equals(found.stored())) {
                return RowOutcome.unchanged(draft.id(), draft.version());
            }
            var written = draft.nextVersion();
            news.add(written);
            return written.version() == 1
                    ? RowOutcome.created(written.id(), 1)
                    : RowOutcome.updated(written.id(), written.version());
        }

        private static ProblemException refusal(Fault fault) {
            return new ProblemException(List.of(fault));
        }
    }
}
