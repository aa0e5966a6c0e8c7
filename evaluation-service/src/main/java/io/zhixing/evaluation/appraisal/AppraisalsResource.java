package io.zhixing.evaluation.appraisal;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.evaluation.Roles;
import io.zhixing.evaluation.year.AppraisalYear;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/appraisals")
@Tag(name = "评议结果 Appraisals", description = "已审定的等次和未评定原因 Confirmed grades, and reasons why there is none")
public class AppraisalsResource {

    /** Later than every superseding: what is current now. */
    private static final String NOW = "9999-12-31";

    private final Lists lists;

    AppraisalsResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAppraisals", summary = "列出评议结果 / List appraisals", description = "现行结果；给出round则为该轮次的全部结果，已被更正的也在内。Current ones; with round all of that round, superseded ones too.")
    public Page<AppraisalView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "年度 Year, four digits") @RestQuery String year,
            @Parameter(description = "轮次标识 Id of the round") @RestQuery String round,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "等次 Grade") @RestQuery List<String> grade,
            @Parameter(description = "未评定原因 Reason why there is no grade") @RestQuery List<String> ungradedReason,
            @Parameter(description = "是否评定 true or false") @RestQuery String graded,
            @Parameter(description = "是否应评 true or false") @RestQuery String eligible,
            @Parameter(description = "是否参评 true or false") @RestQuery String tookPart,
            @Parameter(description = "知悉日 Current on this day of knowledge, YYYY-MM-DD; today when absent") @RestQuery String knownOn) {
        return lists.answer(Appraisals.LISTING,
                list.query().subtree(organization, directOnly)
                        .number("year", year, AppraisalYear.EARLIEST, AppraisalYear.LATEST)
                        .id("round", round).id("member", member).oneOf("grade", grade, AppraisalGrade.class)
                        .oneOf("ungradedReason", ungradedReason, UngradedReason.class).flagged("graded", graded)
                        .flagged("eligible", eligible).flagged("tookPart", tookPart)
                        .day("knownOn", knownOn == null && round == null ? NOW : knownOn));
    }
}
