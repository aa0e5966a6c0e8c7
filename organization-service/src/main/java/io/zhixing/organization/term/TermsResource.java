package io.zhixing.organization.term;

import java.time.Clock;
import java.time.LocalDate;
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
import io.zhixing.platform.time.Shanghai;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/committee-terms")
@Tag(name = "届期 Terms", description = "党组织的届期与换届 Terms of committees and their due elections")
public class TermsResource {

    private final RecordTerm recordTerm;
    private final Terms terms;
    private final Lists lists;
    private final Clock clock;

    TermsResource(RecordTerm recordTerm, Terms terms, Lists lists, Clock clock) {
        this.recordTerm = recordTerm;
        this.terms = terms;
        this.lists = lists;
        this.clock = clock;
    }

    @Schema(name = "RecordCommitteeTerm", description = "登记届期 A term to record", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","number":3,"electedOn":"2014-03-01","years":3}""")
    @JsonIgnoreProperties({"id", "heldFrom", "endsOn", "deviationSource", "extendedUntil", "extensionReason",
            "electionId",
            "standing", "version"})
    record RecordTermRequest(
            @Schema(description = "组织 Organization") @NotNull UUID organizationId,
            @Schema(description = "届次 Number of the term") @NotNull @Min(1) @Max(200) Integer number,
            @Schema(description = "当选日期 First day, not after today") @NotNull LocalDate electedOn,
            @Schema(description = "年限 Years") @NotNull @Min(1) @Max(10) Integer years,
            @Schema(description = "结束日期 Day on which the next term began; absent for the one that runs") LocalDate endedOn,
            @Schema(description = "年限与规定不一致的原因 Why the years differ from the rule of the day") @Size(max = 500) String deviationReason) {

        RecordTerm.Stated stated() {
            return new RecordTerm.Stated(organizationId, number, electedOn, years, endedOn, deviationReason);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "DAY_IN_FUTURE", "ORGANIZATION_NOT_IN_PLACE", "TERM_ALREADY_OPEN",
            "TERM_DEVIATION_UNEXPLAINED", "TERM_NUMBER_TAKEN", "TERM_OVERLAPS", "TERM_YEARS_NOT_ALLOWED"})
    @Operation(operationId = "recordCommitteeTerm", summary = "登记届期 / Record a term", description = "登记系统启用前的届期；以后的届期由换届选举产生。Terms from before the register; later ones come by elections.")
    public RestResponse<TermView> record(@Valid @NotNull RecordTermRequest body, @Context UriInfo uri) {
        var term = recordTerm.handle(body.stated());
        return ETag.created(uri, term.id(), term.version(), term.view(Shanghai.today(clock), terms.lead()));
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCommitteeTerms", summary = "列出届期 / List terms", description = "可查某日即将届满、届满未换届、经批准延期及延期过长的届期；情况由日期得出，延期自批准之日起算。Also those due soon, overdue, postponed on a day, or postponed too long; all of it follows from days, and a postponement counts from the day of its approval.")
    public Page<TermView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "在任日 Day on which the term runs, YYYY-MM-DD") @RestQuery String openOn,
            @Parameter(description = "即将届满日 Day on which it is due soon, YYYY-MM-DD") @RestQuery String dueOn,
            @Parameter(description = "届满未换届日 Day on which it is overdue without approval, YYYY-MM-DD") @RestQuery String overdueOn,
            @Parameter(description = "延期日 Day on which it is postponed with approval, YYYY-MM-DD") @RestQuery String postponedOn,
            @Parameter(description = "延期是否超过规定 true: postponed by more than the rule generally allows") @RestQuery String postponedTooLong) {
        return lists.answer(terms.listing(),
                list.query().subtree(organization, directOnly).day("openOn", openOn).day("dueOn", dueOn)
                        .day("overdueOn", overdueOn).day("postponedOn", postponedOn)
                        .flagged("postponedTooLong", postponedTooLong));
    }
}
