package io.zhixing.session.study;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import io.zhixing.session.Roles;
import io.zhixing.session.lecture.Lectures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/study-sessions/{id}")
@Tag(name = "学习活动 Study sessions")
public class StudySessionResource {

    private final StudySessions sessions;
    private final CorrectSession correctSession;
    private final VoidSession voidSession;
    private final Lectures lectures;
    private final Lists lists;

    StudySessionResource(StudySessions sessions, CorrectSession correctSession, VoidSession voidSession,
            Lectures lectures, Lists lists) {
        this.sessions = sessions;
        this.correctSession = correctSession;
        this.voidSession = voidSession;
        this.lectures = lectures;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK, Roles.READER,
            Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getStudySession", summary = "读取学习活动 / Read a study session", description = "按标识读取，含会议记录、授课和出勤汇总。By its id, with texts, lectures and attendance in numbers.")
    public RestResponse<StudySessionView> get(@RestPath UUID id) {
        var session = visible(id);
        return ETag.ok(session.version(), view(session));
    }

    @PATCH
    @Idempotent
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK, Roles.SYSTEM_CLIENT})
    @Refuses({"ATTENDEE_REPEATED", "CONVENER_NOT_OF_HOST", "CORRECTION_CHANGES_NOTHING", "GROUND_WITHOUT_GUEST",
            "GUEST_OF_OWN_BRANCH", "GUEST_WITHOUT_GROUND", "HELD_IN_FUTURE", "LECTURER_REQUIRED", "LECTURER_UNCLEAR",
            "LECTURE_LONGER_THAN_SESSION", "ORGANIZATION_NOT_ACTIVE", "PARTY_GROUP_NOT_OF_HOST",
            "SESSION_ALREADY_RECORDED", "SESSION_ENDS_BEFORE_START", "SESSION_VOIDED"})
    @Operation(operationId = "correctStudySession", summary = "更正学习活动 / Correct a study session", description = "只改登记有误的内容并说明原因；主办组织不能更正。出勤和授课按整个列表替换。更正后的活动按名册现状整体重新核对，"
            + "如同重新登记；原有内容保留，更正日之前所知的数据不变。由可登记该活动的人更正。"
            + " What was recorded wrongly, with the reason; not the host. Attendance and lectures are replaced as whole lists."
            + " The corrected session is judged as a whole by what the directory knows now, as if it were recorded;"
            + " what it said before is kept, and figures as known before the day of the correction stay. Whoever may record it corrects it.")
    public RestResponse<StudySessionView> correct(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull SessionCorrection body) {
        var view = correctSession.handle(id, ETag.required(match), body);
        return ETag.ok(view.version(), view);
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK, Roles.READER,
            Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getStudySessionTransitions", summary = "查询可执行的步骤 / Steps of a study session", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return voidSession.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(VoidSession.class)
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.BRANCH_SECRETARY})
    @Refuses({"RECORDER_VOIDS", "STEP_REASON_REQUIRED"})
    @Operation(operationId = "moveStudySession", summary = "作废学习活动 / Void a study session", description = "void 作废：自登记当日起不再计入任何数据，此前所知的数据不变；其编号可供另一次活动使用。支部的活动由支部书记或上级活动办公室人员作废，"
            + "其他组织的活动由活动办公室人员作废；登记人和最后更正人不能作废。"
            + " void: it counts in no figure from the day of the entry on, figures as known before stay, and its number is free for another session."
            + " A branch's secretary or a superior's campaign officer voids for a branch, a campaign officer for any other organization;"
            + " never who recorded it or corrected it last.")
    public RestResponse<StudySessionView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var session = voidSession.handle(id, ETag.required(match), body);
        return ETag.ok(session.version(), view(session));
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK, Roles.READER,
            Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listStudySessionHistory", summary = "查询学习活动的步骤 / Steps of a study session", description = "登记之后的更正和作废，按版本排列，含原因和登记人。How it was corrected or voided since it was recorded, in order of versions, with reason and hand.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(StudySession.RESOURCE, id));
    }

    /** A voided session shows the lectures of its last version, though they count no more. */
    private StudySessionView view(StudySession session) {
        return StudySessionView.of(session, session.isVoided()
                ? lectures.ofVersion(session.id(), session.version() - 1)
                : lectures.ofSession(session.id()));
    }

    private StudySession visible(UUID id) {
        return sessions.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
