package io.zhixing.organization.dues;

import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DuesAssessment", description = "党费核定 Dues of a member for a month", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4e7","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","month":"2016-05",
         "category":"EMPLOYED","baseFen":420000,"rateId":"01912d68-783e-7a0f-8000-0f54b3b0a4e6","fullFen":4200,"dueFen":4200}""")
record AssessmentView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "月份 Month, YYYY-MM", required = true) String month,
        @Schema(description = "类别 Category", required = true) DuesCategory category,
        @Schema(description = "基数（分） Base in fen", required = true, minimum = "0") long baseFen,
        @Schema(description = "所用标准 Bracket it rests on", required = true) UUID rateId,
        @Schema(description = "应交全额（分） Full amount in fen", required = true, minimum = "0") long fullFen,
        @Schema(description = "减免后应交（分） Amount due after a reduction, in fen", required = true, minimum = "0") long dueFen,
        @Schema(description = "减免 Reduction that was approved") UUID reductionId,
        @Schema(description = "所用本地定额 Local amount within which the amount lies, of categories without a rate") UUID localAmountId,
        @Schema(description = "所取代的核定 Assessment that this one supersedes") UUID supersedesId,
        @Schema(description = "更正原因 Why it supersedes that one") String reason) {

    AssessmentView superseding(UUID before, String why) {
        return new AssessmentView(id, memberId, month, category, baseFen, rateId, fullFen, dueFen, reductionId,
                localAmountId, before, why);
    }

    /** Whether the rules make the same of it by the same rows: nothing was changed. */
    boolean restsOnTheSameAs(AssessmentView other) {
        return category == other.category && baseFen == other.baseFen && rateId.equals(other.rateId)
                && fullFen == other.fullFen && dueFen == other.dueFen
                && Objects.equals(reductionId, other.reductionId)
                && Objects.equals(localAmountId, other.localAmountId);
    }
}
