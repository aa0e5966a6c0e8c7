package io.zhixing.project.payment;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.project.ProjectProblems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of a return after close with what this step needs. */
@Schema(name = "UnallocatedReturnMove", description = "关账后退回的步骤 A step of a return after close", examples = """
        {"transition":"request-reopening","on":"2016-11-14","documentNo":"示例〔2016〕21号"}""")
record ReturnMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "说明 Comment; the reason where the step needs one") @Size(max = 500) String comment,
        @Schema(description = "文号 For request-reopening: number of the document that asks for it") @Size(min = 1, max = 100) String documentNo) {

    boolean hasReason() {
        return comment != null && !comment.isBlank();
    }

    boolean hasDocument() {
        return documentNo != null && !documentNo.isBlank();
    }

    void refuseFieldsOfOtherSteps() {
        new Faults().addIf(documentNo != null && !transition.equals(MoveReturn.REQUEST),
                ProjectProblems.FIELD_OF_ANOTHER_STEP.at(Place.pointer("/documentNo"), transition)).refuse();
    }
}
