package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import io.zhixing.platform.transition.Move;
import io.zhixing.platform.transition.StepHistory;
import io.zhixing.platform.transition.TakesSteps;
import io.zhixing.platform.transition.Transitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/posts/{id}")
@Tag(name = "任职 Posts")
public class PostResource {

    private final Posts posts;
    private final LeavePost leavePost;
    private final CorrectPost correctPost;
    private final Lists lists;

    PostResource(Posts posts, LeavePost leavePost, CorrectPost correctPost, Lists lists) {
        this.posts = posts;
        this.leavePost = leavePost;
        this.correctPost = correctPost;
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getPost", summary = "读取任职 / Read a post", description = "按标识读取 By its id.")
    public RestResponse<PostView> get(@RestPath UUID id) {
        var post = visible(id);
        return ETag.ok(post.version(), post.view());
    }

    @Schema(name = "CorrectPost", description = "更正任职 What was written wrongly; a field that is absent stays as it is", examples = "{\"reason\":\"任职文件日期有误\",\"from\":\"2014-03-05\"}")
    record CorrectPostRequest(
            @Schema(description = "更正原因 Reason", required = true) @NotBlank @Size(max = 500) String reason,
            @Schema(description = "任职日期 First day in the post") LocalDate from,
            @Schema(description = "离任日期 First day no longer in it, of a post that was left") LocalDate to,
            @Schema(description = "任职依据 Basis") Basis basis) {}

    @PATCH
    @Idempotent
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"CORRECTION_CHANGES_NOTHING", "DAYS_INCONSISTENT", "DAY_IN_FUTURE", "MEMBER_NOT_ELECTABLE",
            "ORGANIZATION_NOT_IN_PLACE",
            "POST_ALREADY_HELD", "POST_STILL_HELD", "SECOND_PERSON_REQUIRED", "SECRETARY_ALREADY_HELD"})
    @Operation(operationId = "correctPost", summary = "更正任职 / Correct a post", description = "只改填写有误的日期和依据并说明原因；据此统计的党课等随之重算。Days and basis that were written wrongly, with the reason; what was counted by them is counted anew.")
    public RestResponse<PostView> correct(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull CorrectPostRequest body) {
        var post = correctPost.handle(id, ETag.required(match), body);
        return ETag.ok(post.version(), post.view());
    }

    @GET
    @Path("/transitions")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getPostTransitions", summary = "查询可执行的步骤 / Steps of a post", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return leavePost.open(visible(id));
    }

    @POST
    @Path("/transitions")
    @Idempotent
    @TakesSteps(LeavePost.class)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"SECOND_PERSON_REQUIRED"})
    @Operation(operationId = "movePost", summary = "离任 / Leave a post", description = "leave 离任：on为不再任职的第一天；书记、副书记由上级登记，最高组织由登记任职者以外的人登记。leave: on is the first day on which the post is no longer held; secretary and deputy are entered at the superior, at the root by another person than entered the post.")
    public RestResponse<PostView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var post = leavePost.handle(id, ETag.required(match), body);
        return ETag.ok(post.version(), post.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listPostHistory", summary = "查询任职的步骤 / Steps a post has taken", description = "按版本排列 In order of versions.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(StepHistory.LISTING, list.query().about(PostHolding.RESOURCE, id));
    }

    private PostHolding visible(UUID id) {
        return posts.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
