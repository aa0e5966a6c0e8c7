package io.zhixing.project.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

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
import io.zhixing.project.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/notices")
@Tag(name = "公示 Notices", description = "项目公示 Public notices of projects")
public class NoticesResource {

    private final OpenNotice openNotice;
    private final CloseNotice closeNotice;
    private final PublicNotices notices;
    private final Lists lists;

    NoticesResource(OpenNotice openNotice, CloseNotice closeNotice, PublicNotices notices, Lists lists) {
        this.openNotice = openNotice;
        this.closeNotice = closeNotice;
        this.notices = notices;
        this.lists = lists;
    }

    @Schema(name = "OpenNotice", description = "发布公示 A notice to put up", examples = """
            {"projectId":"01912d68-783e-7a0f-8000-0f54b3b0a4d5","kind":"ENTRY","level":"VILLAGE","startsOn":"2016-04-01",
             "endsOn":"2016-04-08"}""")
    record OpenNoticeRequest(
            @Schema(description = "项目 Project") @NotNull UUID projectId,
            @Schema(description = "公示种类 Kind") @NotNull PublicNotice.NoticeKind kind,
            @Schema(description = "公示层级 Level") @NotNull PublicNotice.NoticeLevel level,
            @Schema(description = "起始日 First day, not after today") @NotNull LocalDate startsOn,
            @Schema(description = "截止日 Last day; the rule's days after the first when absent") LocalDate endsOn) {

        PublicNotice.Facts facts() {
            return new PublicNotice.Facts(projectId, kind, level, startsOn, endsOn);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER})
    @Refuses({"NOTICE_OVERLAPS", "NOTICE_TOO_SHORT", "STEP_OUT_OF_ORDER"})
    @Operation(operationId = "openNotice", summary = "发布公示 / Put up a notice", description = "村级公示由村经办或审批人发布，镇级、县级公示由该级审批人发布。天数按首日当天的规则，首日不计；当时没有规定天数的不拒绝，答复中提示。The village's is put up by its clerk or an approver, the town's and the county's by the approver of that level. Its days by the rule of its first day, which is not counted; where no number is known nothing is refused and the answer warns.")
    public RestResponse<NoticeView> open(@Valid @NotNull OpenNoticeRequest body, @Context UriInfo uri) {
        var notice = openNotice.handle(body.facts());
        return ETag.created(uri, notice.id(), notice.version(), notice.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listNotices", summary = "列出公示 / List notices", description = "范围内项目的公示 Of the projects in the caller's scope.")
    public Page<NoticeView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "项目 Project") @RestQuery String project,
            @Parameter(description = "公示种类 Kind") @RestQuery List<String> kind,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(PublicNotices.LISTING, list.query().subtree(organization, directOnly)
                .id("project", project).oneOf("kind", kind, PublicNotice.NoticeKind.class)
                .oneOf("state", state, PublicNotice.NoticeState.class));
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Operation(operationId = "getNotice", summary = "读取公示 / Read a notice", description = "按标识读取 By its id.")
    public RestResponse<NoticeView> get(@RestPath UUID id) {
        var notice = visible(id);
        return ETag.ok(notice.version(), notice.view());
    }

    @GET
    @Path("/{id}/transitions")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER, Roles.SUPERVISOR, Roles.READER})
    @Operation(operationId = "getNoticeTransitions", summary = "查询可执行的步骤 / Steps of a notice", description = "对当前调用方、以今天为业务日期。For this caller, with today as the day of the step.")
    public Transitions transitions(@RestPath UUID id) {
        return closeNotice.open(visible(id));
    }

    @POST
    @Path("/{id}/transitions")
    @Idempotent
    @TakesSteps(CloseNotice.class)
    @RolesAllowed({Roles.FUND_APPROVER})
    @Refuses({"NOTICE_OPEN", "NO_OBJECTION_UPHELD", "OBJECTION_OPEN", "OBJECTION_UPHELD"})
    @Operation(operationId = "moveNotice", summary = "结束公示 / Take a step of a notice", description = "由发布层级或其上级的审批人办理。pass 期满通过；uphold 须先有异议成立。By an approver of the level that announced it, or above: pass when its days have run; uphold when an objection to it was upheld.")
    public RestResponse<NoticeView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var notice = closeNotice.handle(id, ETag.required(match), body);
        return ETag.ok(notice.version(), notice.view());
    }

    @GET
    @Path("/{id}/history")
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.FUND_CASHIER,
            Roles.PROJECT_ACCEPTOR, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER, Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listNoticeHistory", summary = "公示历史 / History of a notice", description = "已执行的步骤 The steps that were taken.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        return lists.answer(StepHistory.LISTING, list.query().about(PublicNotice.RESOURCE, visible(id).id()));
    }

    private PublicNotice visible(UUID id) {
        return notices.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
