package io.zhixing.organization.dues;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/dues-assessments")
@Tag(name = "党费 Dues")
public class AssessmentsResource {

    private final AssessDues assessDues;
    private final Lists lists;

    AssessmentsResource(AssessDues assessDues, Lists lists) {
        this.assessDues = assessDues;
        this.lists = lists;
    }

    @Schema(name = "AssessDues", description = "核定党费 Dues to assess", examples = """
            {"memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","month":"2016-05","category":"EMPLOYED","baseFen":420000}""")
    @JsonIgnoreProperties({"id", "rateId", "fullFen", "dueFen", "reductionId", "localAmountId", "supersedesId",
            "reason"})
    record AssessRequest(
            @Schema(description = "党员 Member") @NotNull UUID memberId,
            @Schema(description = "月份 Month, YYYY-MM") @NotNull @Pattern(regexp = Month.FORM) String month,
            @Schema(description = "类别 Category") @NotNull DuesCategory category,
            @Schema(description = "基数（分） Regular monthly pay after tax, in fen") @NotNull @Min(0) @Max(9007199254740991L) Long baseFen,
            @Schema(description = "选定金额（分） Amount chosen within the range, of categories without a rate; the least when absent") @Min(0) @Max(100000) Long fixedFen) {

        AssessDues.Stated stated() {
            return new AssessDues.Stated(memberId, month, category, baseFen, fixedFen);
        }
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "DUES_AMOUNT_BY_RATE", "DUES_AMOUNT_INVALID",
            "DUES_ASSESSED_BEFORE",
            "RATE_UNKNOWN"})
    @Operation(operationId = "assessDues", summary = "核定党费 / Assess dues", description = "不核定尚未开始的月份。按当月施行的标准，全部基数用同一费率，四舍五入到分；定额类别按最近的上级制定的本地定额；减去已批准的减免。已核定的月份由另一人更正。A month that has begun, by the table in force in that month, the whole base at one rate, half up to a fen; where the amount is fixed, within that of the nearest organization above that has one; less an approved reduction. A month that is assessed another person corrects.")
    public AssessmentView assess(@Valid @NotNull AssessRequest body) {
        return assessDues.handle(body.stated());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listDuesAssessments", summary = "列出党费核定 / List assessments", description = "现行的核定；已被取代的另列。count=true同时给出应交合计。Those in force; superseded ones are listed apart. With count=true also the sum that is due.")
    public Page<AssessmentView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "月份 Month, YYYY-MM") @RestQuery String month,
            @Parameter(description = "只列已被取代的 true: those alone that another one has superseded; else only those in force") @RestQuery String superseded) {
        var query = Month.filter(list.query().subtree(organization, directOnly).id("member", member), month);
        return lists.answer(DuesBook.ASSESSMENTS,
                query.flagged(query.isTrue("superseded", superseded) ? "superseded" : "inForce", "true"));
    }
}
