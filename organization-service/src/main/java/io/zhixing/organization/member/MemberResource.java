package io.zhixing.organization.member;

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

@Path("/v1/members/{id}")
@Tag(name = "党员 Members")
public class MemberResource {

    private final Members members;
    private final TakeMemberStep takeMemberStep;
    private final CorrectMember correctMember;
    private final Lists lists;

    MemberResource(Members members, TakeMemberStep takeMemberStep, CorrectMember correctMember, Lists lists) {
        this.members = members;
        this.takeMemberStep = takeMemberStep;
        this.correctMember = correctMember;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM,
            Roles.MEMBER})
    @Operation(operationId = "getMember", summary = "读取党员 / Read a member", description = "按标识读取，身份证号掩码，附最近一次评议结果。By id, with the ID number masked and the newest standing.")
    public RestResponse<MemberView> get(@RestPath UUID id) {
        var member = members.shown(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        return ETag.ok(member.version(), member.standing(), member);
    }

    @PATCH
    @Idempotent
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"CORRECTION_CHANGES_NOTHING", "DAYS_INCONSISTENT", "DAY_IN_FUTURE", "ETHNICITY_UNKNOWN",
            "FULL_SINCE_REQUIRED", "ID_NUMBER_INVALID", "ID_NUMBER_TAKEN"})
    @Operation(operationId = "correctMember", summary = "更正党员资料 / Correct a member", description = "只改填写有误的内容并说明原因；未填的字段不变。What was written wrongly, with the reason; fields that are absent stay.")
    public RestResponse<MemberView> correct(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull MemberCorrection body) {
        var member = correctMember.handle(id, ETag.required(match), body);
        return ETag.ok(member.version(), member.view(null));
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getMemberTransitions", summary = "查询可执行的步骤 / Steps of a member", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return takeMemberStep.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(TakeMemberStep.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.SYSTEM})
    @Refuses({"DAYS_INCONSISTENT", "EXEMPT_REASON_REQUIRED", "GROUP_NOT_OF_BRANCH", "MEMBER_EXEMPT_BEFORE",
            "MEMBER_IN_NO_GROUP", "MEMBER_NOT_EXEMPT", "MEMBER_NOT_PROBATIONARY", "PROBATION_EXTENDED_BEFORE",
            "PROBATION_EXTENSION_INVALID", "PROBATION_NOT_OVER", "STEP_REASON_REQUIRED",
            "TEMPORARY_BRANCH_REFUSED"})
    @Operation(operationId = "moveMember", summary = "执行党员步骤 / Take a step of a member", description = "转正、延长或取消预备期、停止和恢复党籍、退党、除名、开除由上级依支部决议登记；编入党小组、免于参加、去世由支部登记。停止党籍与离开自on日起不在册。Full membership, probation, suspension and leaving are entered at the superior on the branch's resolution; groups, exemption and death by the branch. From the day on the member is on no roll when suspended or gone.")
    public RestResponse<MemberView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull MemberMove body) {
        var member = takeMemberStep.handle(id, ETag.required(match), body);
        return ETag.ok(member.version(), member.view(null));
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listMemberHistory", summary = "查询党员的步骤 / Steps a member has taken", description = "按版本排列，含更正及其原因。In order of versions, corrections with their reason among them.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(PartyMember.RESOURCE, id));
    }

    private PartyMember visible(UUID id) {
        return members.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
