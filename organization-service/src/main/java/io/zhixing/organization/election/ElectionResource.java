package io.zhixing.organization.election;

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
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/term-elections/{id}")
@Tag(name = "换届选举 Elections")
public class ElectionResource {

    private final Elections elections;
    private final MoveElection moveElection;
    private final Lists lists;

    ElectionResource(Elections elections, MoveElection moveElection, Lists lists) {
        this.elections = elections;
        this.moveElection = moveElection;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getElection", summary = "读取选举 / Read an election", description = "按标识读取，含候选人和得票。By its id, with candidates and approvals.")
    public RestResponse<ElectionView> get(@RestPath UUID id) {
        return answer(visible(id));
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getElectionTransitions", summary = "查询可执行的步骤 / Steps of an election", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return moveElection.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(MoveElection.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"CANDIDATE_REPEATED", "ELECTED_MEMBER_GONE", "ELECTION_ATTENDANCE_WRONG", "ELECTION_MAJORITY_MISSING",
            "ELECTION_ORDER_WRONG", "ELECTION_RESULT_INCOMPLETE", "ELECTION_TOO_MANY_ELECTED",
            "ELECTION_VOTES_OVER_PRESENT", "ELECTION_WITHOUT_QUORUM", "MEMBER_NOT_ELECTABLE",
            "ORGANIZATION_NOT_IN_PLACE",
            "POST_ALREADY_HELD", "RECORDER_CONFIRMS", "SECOND_PERSON_REQUIRED", "SECRETARY_ALREADY_HELD",
            "STEP_REASON_REQUIRED",
            "TERM_OVERLAPS", "TERM_YEARS_NOT_ALLOWED"})
    @Operation(operationId = "moveElection", summary = "执行选举步骤 / Take a step of an election", description = "到会人数须达到当日规定，候选人须为当日在册的正式党员，当选须获应到人数过半赞成；批复后旧届结束、新届开始、职务更替；当选人已不在或批复日不是在册正式党员、年限为批复日规定所不许、或组织已撤销的不能批复。The meeting needs the quorum of its day, a candidate is a full member on a roll that day, the elected the approval of more than half of those entitled; with the confirmation the old term ends, the new one begins and posts change over; it is refused when one of the elected is gone or was no full member on a roll that day, when the rule of that day allows no such years, or when the organization is gone.")
    public RestResponse<ElectionView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull ElectionMove body) {
        return answer(moveElection.handle(id, ETag.required(match), body));
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listElectionHistory", summary = "查询选举的步骤 / Steps an election has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(TermElection.RESOURCE, id));
    }

    private RestResponse<ElectionView> answer(TermElection election) {
        return ETag.ok(election.version(), election.view(elections.candidates(election.id())));
    }

    private TermElection visible(UUID id) {
        return elections.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
