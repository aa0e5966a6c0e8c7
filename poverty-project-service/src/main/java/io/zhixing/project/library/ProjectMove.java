package io.zhixing.project.library;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.zhixing.platform.problem.Fault;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.project.ProjectProblems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of a project with what this step needs. */
@Schema(description = "项目步骤 A step of a project", examples = """
        {"transition":"fund","on":"2016-06-20","budgets":[{"fundAllocationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","amountFen":3252700}]}""")
record ProjectMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "说明 Comment; the reason where the step needs one") @Size(max = 500) String comment,
        @Schema(description = "公示截止日 For publish: last day of the county's entry notice; the rule's days after the first when absent") LocalDate noticeEndsOn,
        @Schema(description = "预算 For fund: budget lines to approve with the step") @Size(max = 20) List<@NotNull @Valid BudgetLine> budgets,
        @Schema(description = "绩效完成值 For complete: the actual value of every target") @Size(max = 50) List<@NotNull @Valid ActualValue> actualValues,
        @Schema(description = "验收 For accept and return-defects") @Valid AcceptanceStated acceptance) {

    /** Whoever sends budgets with {@code start} means money: he must not find the project started without it. */
    void refuseFieldsOfOtherSteps() {
        boolean accepts = transition.equals("accept") || transition.equals("return-defects");
        new Faults().addIf(noticeEndsOn != null && !transition.equals("publish"), ofAnotherStep("/noticeEndsOn"))
                .addIf(budgets != null && !transition.equals("fund"), ofAnotherStep("/budgets"))
                .addIf(actualValues != null && !transition.equals("complete"), ofAnotherStep("/actualValues"))
                .addIf(acceptance != null && !accepts, ofAnotherStep("/acceptance")).refuse();
    }

    private Fault ofAnotherStep(String pointer) {
        return ProjectProblems.FIELD_OF_ANOTHER_STEP.at(Place.pointer(pointer), transition);
    }

    @Schema(name = "BudgetLine", description = "预算明细 Money of one allocation for the project")
    record BudgetLine(
            @Schema(description = "资金分配 Allocation of the project's county") @NotNull UUID fundAllocationId,
            @Schema(description = "金额（分） Amount in fen") @NotNull @Min(1) @Max(9007199254740991L) Long amountFen) {}

    @Schema(name = "ActualValue", description = "绩效完成值 The actual value of one target", examples = """
            {"kind":"QUANTITY","indicator":"硬化村道","value":"1.2"}""")
    record ActualValue(
            @Schema(description = "种类 Kind of the target") @NotNull TargetKind kind,
            @Schema(description = "指标 Indicator of the target") @NotBlank @Size(max = 200) String indicator,
            @Schema(description = "完成值 Value reached, decimal text") @NotNull @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{1,4})?") String value) {

        PerformanceTargets.Actual actual() {
            return new PerformanceTargets.Actual(kind, indicator, new BigDecimal(value));
        }
    }

    @Schema(name = "AcceptanceStated", description = "验收 An acceptance as it was held")
    record AcceptanceStated(
            @Schema(description = "验收组 Members of the team; the caller is one of it") @NotNull @Size(max = 30) List<@NotNull UUID> team,
            @Schema(description = "验收报告 Number of the report") @NotBlank @Size(max = 200) String reportDocument,
            @Schema(description = "存在问题 Defects; required to return the project") @Size(min = 1, max = 2000) String defects) {}
}
