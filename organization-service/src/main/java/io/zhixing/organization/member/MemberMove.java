package io.zhixing.organization.member;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MemberMove", description = "党员步骤 A step of a member", examples = {
        "{\"transition\":\"become-full\",\"on\":\"2016-07-01\",\"comment\":\"支部党员大会2016年第6次决议\"}"})
record MemberMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "理由或决议 Reason, or the resolution it rests on") @Size(max = 500) String comment,
        @Schema(description = "党小组 Group to join, with assign-group") UUID groupId,
        @Schema(description = "预备期届满日 Day on which the extended probation ends, with extend-probation") LocalDate until,
        @Schema(description = "免于参加的原因 Reason, with exempt") ExemptReason exemptReason) {

    boolean hasComment() {
        return comment != null && !comment.isBlank();
    }
}
