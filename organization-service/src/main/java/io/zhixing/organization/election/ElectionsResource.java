package io.zhixing.organization.election;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/term-elections")
@Tag(name = "换届选举 Elections", description = "换届选举与补选 Elections of committees and by-elections")
public class ElectionsResource {

    private final ApplyForElection applyForElection;
    private final Lists lists;

    ElectionsResource(ApplyForElection applyForElection, Lists lists) {
        this.applyForElection = applyForElection;
        this.lists = lists;
    }

    @Schema(name = "ApplyForElection", description = "申请选举 An election to ask for", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","kind":"REGULAR","on":"2017-01-10","plannedOn":"2017-02-28",
             "seats":3,"years":3}""")
    @JsonIgnoreProperties({"id", "sessionId", "heldOn", "entitled", "present", "surplusShort", "voidReason", "state",
            "candidates", "version"})
    record ApplyRequest(
            @Schema(description = "组织 Organization") @NotNull UUID organizationId,
            @Schema(description = "种类 Kind") @NotNull ElectionKind kind,
            @Schema(description = "申请日期 Business day, not after today") @NotNull LocalDate on,
            @Schema(description = "拟选举日期 Planned day") @NotNull LocalDate plannedOn,
            @Schema(description = "应选人数 Seats") @NotNull @Min(1) @Max(100) Integer seats,
            @Schema(description = "新一届年限 Years of the term that begins; not of a by-election") @Min(1) @Max(10) Integer years,
            @Schema(description = "年限与规定不一致的原因 Why the years differ from the rule of the day") @Size(max = 500) String deviationReason,
            @Schema(description = "是否代表大会 Whether delegates elect; false when absent") Boolean delegates,
            @Schema(description = "申请理由 Reason; required for an early election") @Size(max = 500) String reason) {

        TermElection.Facts facts() {
            return new TermElection.Facts(organizationId, kind, plannedOn, seats, years, deviationReason,
                    Boolean.TRUE.equals(delegates), reason, on);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "DELEGATES_NOT_ALLOWED", "ELECTION_ALREADY_OPEN",
            "ELECTION_YEARS_REQUIRED", "ORGANIZATION_NOT_IN_PLACE", "STEP_REASON_REQUIRED",
            "TEMPORARY_BRANCH_REFUSED", "TERM_DEVIATION_UNEXPLAINED", "TERM_YEARS_NOT_ALLOWED"})
    @Operation(operationId = "applyForElection", summary = "申请选举 / Apply for an election", description = "由本组织申请，上级批准；提前换届须说明理由。Asked for by the organization, approved by its superior; an early one gives its reason.")
    public RestResponse<ElectionView> apply(@Valid @NotNull ApplyRequest body, @Context UriInfo uri) {
        var election = applyForElection.handle(body.facts());
        return ETag.created(uri, election.id(), election.version(), election.view(List.of()));
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listElections", summary = "列出选举 / List elections", description = "范围内的选举，不含候选人。Elections in scope, without their candidates.")
    public Page<ElectionView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "选举种类 Kind of election") @RestQuery List<String> kind,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "差额是否不足 true: fewer candidates than generally asked for") @RestQuery String surplusShort) {
        return lists.answer(Elections.LISTING,
                list.query().subtree(organization, directOnly).oneOf("kind", kind, ElectionKind.class)
                        .oneOf("state", state, ElectionState.class).flagged("surplusShort", surplusShort));
    }
}
