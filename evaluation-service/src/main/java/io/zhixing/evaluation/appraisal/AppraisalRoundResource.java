package io.zhixing.evaluation.appraisal;

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

import io.zhixing.evaluation.Roles;
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
import io.zhixing.platform.transition.StepJudge;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/appraisal-rounds/{id}")
@Tag(name = "评议轮次 Appraisal rounds")
public class AppraisalRoundResource {

    private final AppraisalRounds rounds;
    private final TakeRoundStep takeRoundStep;
    private final RoundSubjects subjects;
    private final StepJudge judge;
    private final Lists lists;
    private final Clock clock;

    AppraisalRoundResource(AppraisalRounds rounds, TakeRoundStep takeRoundStep, RoundSubjects subjects,
            StepJudge judge, Lists lists, Clock clock) {
        this.rounds = rounds;
        this.takeRoundStep = takeRoundStep;
        this.subjects = subjects;
        this.judge = judge;
        this.lists = lists;
        this.clock = clock;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getAppraisalRound", summary = "读取评议轮次 / Read an appraisal round", description = "含四项人数和优秀上限 With the four counts and the cap on excellent.")
    public RestResponse<AppraisalRoundView> get(@RestPath UUID id) {
        var round = visible(id);
        return ETag.ok(round.version(), round.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getAppraisalRoundTransitions", summary = "查询评议可执行的步骤 / Steps of an appraisal round", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return judge.open(RoundSteps.STEPS, subjects.of(visible(id), null, Shanghai.today(clock)));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(RoundSteps.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"EXCELLENT_OVER_CAP", "EXCESS_ALREADY_CONSENTED", "EXCESS_NOT_CONSENTED", "EXPLANATION_REQUIRED",
            "FIELD_OF_ANOTHER_STEP", "GRADE_FOR_PROBATIONARY", "GRADE_OR_REASON", "GRADE_OUTSIDE_ROLL",
            "GRADE_REPEATED", "MEMBER_ALREADY_APPRAISED", "NO_EXCESS",
            "PROPOSER_CONFIRMS", "ROLL_NOT_COVERED", "STUDY_NOT_YET_KNOWN", "UNGRADED_REASON_WRONG",
            "VOID_REASON_REQUIRED"})
    @Operation(operationId = "moveAppraisalRound", summary = "执行评议步骤 / Take a step of an appraisal round", description = "提出等次须一次涵盖名册上的每名党员；提出人不得审定；优秀超出上限须有理由并经上级同意一次。Grades are proposed for every member of the roll at once; whoever proposed them does not confirm them; more excellent than the cap needs a reason and the superior's consent, once.")
    public RestResponse<AppraisalRoundView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull RoundMove body) {
        var round = takeRoundStep.handle(id, ETag.required(match), body);
        return ETag.ok(round.version(), round.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAppraisalRoundHistory", summary = "列出评议步骤记录 / History of an appraisal round", description = "何时由谁执行了哪一步 Which step was taken when, and by whom.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(AppraisalRound.RESOURCE, id));
    }

    @GET
    @Path("/roll")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAppraisalRoundRoll", summary = "列出冻结名册 / List the frozen roll", description = "含已提出的等次，供审定人核对。With the grades proposed, for whoever confirms them.")
    public Page<RollEntryView> roll(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(Rolls.LISTING, list.query().id("round", id.toString()));
    }

    private AppraisalRound visible(UUID id) {
        return rounds.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
