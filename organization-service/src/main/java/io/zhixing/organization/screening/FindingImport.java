package io.zhixing.organization.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.member.MembersNumbered;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRow;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.problem.ProblemException;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.Subject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What branches found of their members in the open screening over an organization, from files: {@code NORMAL} confirms,
 * everything else reports, each by the step of the single call. An answer that was given stands: the same again is UNCHANGED.
 */
@RequestScoped
public class FindingImport implements ImportKind<FindingImport.FindingRow> {

    public record FindingRow(
            @Schema(description = "排查组织编码 Code of the organization over which the screening runs") @NotBlank @Size(max = 40) String screenedCode,
            @Schema(description = "党员编号 Member number") @NotBlank @Size(max = 40) String memberNumber,
            @Schema(description = "排查日期 Business day, not after today") @NotNull LocalDate on,
            @Schema(description = "排查结果 Finding") @NotNull Finding finding,
            @Schema(description = "处理措施 Action, of a finding that is not normal") ScreeningAction action,
            @Schema(description = "说明 Note") @Size(max = 500) String note) {

        ItemMove move() {
            return new ItemMove(finding == Finding.NORMAL ? "confirm" : "report", on, note, finding, action);
        }

        ScreeningAction actionOrConfirm() {
            return finding == Finding.NORMAL ? ScreeningAction.CONFIRM : action;
        }
    }

    private final FindingRows items;
    private final MembersNumbered members;
    private final StepJudge judge;
    private final StepHistory history;

    FindingImport(FindingRows items, MembersNumbered members, StepJudge judge, StepHistory history) {
        this.items = items;
        this.members = members;
        this.judge = judge;
        this.history = history;
    }

    @Override
    public String name() {
        return "screening-findings";
    }

    @Override
    public Class<FindingRow> row() {
        return FindingRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("name", "姓名");
    }

    @Override
    public ImportRun<FindingRow> begin() {
        return new Run();
    }

    private final class Run implements ImportRun<FindingRow> {

        @Override
        public String key(FindingRow row) {
            return row.screenedCode() + "/" + row.memberNumber();
        }

        @Override
        public List<RowOutcome> apply(List<ImportRow<FindingRow>> rows) {
            var screened = items.screened(rows.stream().map(row -> row.value().screenedCode()).toList());
            var numbered = members.of(rows.stream().map(row -> row.value().memberNumber()).toList());
            var open = items.open(numbered.values().stream().map(MembersNumbered.Enrolled::id).toList());
            var answers = new ArrayList<FindingRows.Answer>();
            var steps = new ArrayList<StepHistory.Entry>();
            var outcomes = RowOutcome.ofEach(rows, row -> {
                var member = numbered.get(row.value().memberNumber());
                var item = member == null
                        ? null
                        : open.get(new FindingRows.Place(screened.get(row.value().screenedCode()), member.id()));
                return outcome(row.value(), item, answers, steps);
            });
            items.write(answers);
            history.addAll(ScreeningItem.RESOURCE, steps);
            return outcomes;
        }

        private RowOutcome outcome(FindingRow row, FindingRows.Found item, List<FindingRows.Answer> answers,
                List<StepHistory.Entry> steps) {
            if (item == null) {
                throw new ProblemException(List.of(PlatformProblems.REFERENCE_UNKNOWN
                        .at(Place.pointer("/memberNumber"), row.memberNumber())));
            }
            if (item.finding() == row.finding() && item.action() == row.actionOrConfirm()) {
                return RowOutcome.unchanged(item.id(), item.version());
            }
            var move = row.move();
            var step = judge.require(MoveItem.STEPS, new Subject<>(item.state(), item.version(), item.path(),
                    item.steppedOn(), new MoveItem.Facts(move, false)), move.transition(), move.on());
            var answer = new FindingRows.Answer(item.id(), item.version(), row.finding(), row.actionOrConfirm(),
                    row.note(), step.to(), row.on());
            answers.add(answer);
            steps.add(new StepHistory.Entry(item.id(), answer.version(), item.path(), step, row.on(), row.note()));
            return RowOutcome.updated(item.id(), answer.version());
        }
    }
}
