package io.zhixing.organization.term;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.platform.time.Shanghai;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/committee-terms/{id}")
@Tag(name = "届期 Terms")
public class TermResource {

    private final Terms terms;
    private final MoveTerm moveTerm;
    private final Lists lists;
    private final Clock clock;

    TermResource(Terms terms, MoveTerm moveTerm, Lists lists, Clock clock) {
        this.terms = terms;
        this.moveTerm = moveTerm;
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getCommitteeTerm", summary = "读取届期 / Read a term", description = "按标识读取 By its id.")
    public RestResponse<TermView> get(@RestPath UUID id) {
        return answer(visible(id));
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getCommitteeTermTransitions", summary = "查询可执行的步骤 / Steps of a term", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveTerm.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveTerm.class)
    @RolesAllowed({Roles.OFFICER})
    @Refuses({"CORRECTION_CHANGES_NOTHING", "POSTPONEMENT_DAY_INVALID", "SECOND_PERSON_REQUIRED",
            "STEP_REASON_REQUIRED"})
    @Operation(operationId = "moveCommitteeTerm", summary = "批准延期或结束届期 / Postpone or end a term", description = "postpone 由上级批准并说明原因；一般不超过一年，超过的在列表中可查。end 组织撤销前由上级结束届期；换届时由选举结束。postpone: approved by the superior with its reason; generally a year at most, longer ones are found in the list. end: by the superior before the organization is dissolved; else an election ends it.")
    public RestResponse<TermView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull TermMove body) {
        return answer(moveTerm.handle(id, ETag.required(match), body));
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCommitteeTermHistory", summary = "查询届期的步骤 / Steps a term has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(CommitteeTerm.RESOURCE, id));
    }

    private RestResponse<TermView> answer(CommitteeTerm term) {
        var view = term.view(Shanghai.today(clock), terms.lead());
        return ETag.ok(term.version(), view.standing(), view);
    }

    private CommitteeTerm visible(UUID id) {
        return terms.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
