package io.zhixing.organization.dues;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/dues-assessments/{id}")
@Tag(name = "党费 Dues")
public class AssessmentResource {

    private final DuesBook book;
    private final CorrectAssessment correctAssessment;

    AssessmentResource(DuesBook book, CorrectAssessment correctAssessment) {
        this.book = book;
        this.correctAssessment = correctAssessment;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getDuesAssessment", summary = "读取党费核定 / Read an assessment", description = "按标识读取，含已被取代的。By its id, superseded ones too.")
    public AssessmentView get(@RestPath UUID id) {
        return book.entered(id).orElseThrow(PlatformProblems.NOT_FOUND::about).assessment();
    }

    @Schema(name = "CorrectDuesAssessment", description = "更正党费核定 What the month is assessed by instead", examples = """
            {"category":"EMPLOYED","baseFen":460000,"reason":"当月调整工资"}""")
    record CorrectAssessmentRequest(
            @Schema(description = "类别 Category") @NotNull DuesCategory category,
            @Schema(description = "基数（分） Regular monthly pay after tax, in fen") @NotNull @Min(0) @Max(9007199254740991L) Long baseFen,
            @Schema(description = "选定金额（分） Amount chosen within the range, of categories without a rate; the least when absent") @Min(0) @Max(100000) Long fixedFen,
            @Schema(description = "更正原因 Reason") @NotBlank @Size(max = 500) String reason) {

        CorrectAssessment.Facts facts() {
            return new CorrectAssessment.Facts(category, baseFen, fixedFen, reason);
        }
    }

    @POST
    @Path("/corrections")
    @Idempotent
    @RolesAllowed({Roles.SECRETARY, Roles.OFFICER})
    @Refuses({"CORRECTION_CHANGES_NOTHING", "DAYS_INCONSISTENT", "DUES_AMOUNT_BY_RATE", "DUES_AMOUNT_INVALID",
            "DUES_ASSESSMENT_SUPERSEDED", "RATE_UNKNOWN", "RECORDER_CORRECTS"})
    @Operation(operationId = "correctDuesAssessment", summary = "更正党费核定 / Supersede an assessment", description = "基数、标准或所在支部变动的，按现行标准和党员现在的支部重新核定，取代原核定；由核定人以外的人更正并说明原因；已收党费不变。When base, table or branch is another one: the month is assessed anew by the table in force in it and the branch where the member stands, by another person than the recorder and with the reason. The old assessment stays readable, receipts stay as they are.")
    public AssessmentView correct(@RestPath UUID id, @Valid @NotNull CorrectAssessmentRequest body) {
        return correctAssessment.handle(id, body.facts());
    }
}
