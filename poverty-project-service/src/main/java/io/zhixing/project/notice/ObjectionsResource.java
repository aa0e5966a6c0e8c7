package io.zhixing.project.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

@Path("/v1/objections")
@Tag(name = "公示 Notices")
public class ObjectionsResource {

    private final RecordObjection recordObjection;
    private final AnswerObjection answerObjection;
    private final Objections objections;
    private final Lists lists;

    ObjectionsResource(RecordObjection recordObjection, AnswerObjection answerObjection, Objections objections,
            Lists lists) {
        this.recordObjection = recordObjection;
        this.answerObjection = answerObjection;
        this.objections = objections;
        this.lists = lists;
    }

    @Schema(name = "RecordObjection", description = "登记异议 An objection to record", examples = """
            {"noticeId":"01912d68-783e-7a0f-8000-0f54b3b0a4d8","content":"路线与公示不符","receivedOn":"2016-05-05"}""")
    record RecordObjectionRequest(
            @Schema(description = "公示 Notice that still stands") @NotNull UUID noticeId,
            @Schema(description = "内容 Content; who raised it is not kept") @NotBlank @Size(max = 4000) String content,
            @Schema(description = "收到日期 Day on which it came") @NotNull LocalDate receivedOn) {}

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.SUPERVISOR})
    @Refuses({"STEP_OUT_OF_ORDER", "TRANSITION_NOT_AVAILABLE"})
    @Operation(operationId = "recordObjection", summary = "登记异议 / Record an objection", description = "有未处理异议的公示不能通过。A notice with an open objection cannot pass.")
    public RestResponse<ObjectionView> record(@Valid @NotNull RecordObjectionRequest body, @Context UriInfo uri) {
        var objection = recordObjection.handle(body.noticeId(), body.content(), body.receivedOn());
        return ETag.created(uri, objection.id(), objection.version(), objection.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listObjections", summary = "列出异议 / List objections", description = "范围内公示的异议 To the notices in the caller's scope.")
    public Page<ObjectionView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "公示 Notice") @RestQuery String notice,
            @Parameter(description = "状态 State") @RestQuery List<String> state) {
        return lists.answer(Objections.LISTING, list.query().subtree(organization, directOnly).id("notice", notice)
                .oneOf("state", state, Objection.ObjectionState.class));
    }

    @GET
    @Path("/{id}")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER})
    @Operation(operationId = "getObjection", summary = "读取异议 / Read an objection", description = "按标识读取 By its id.")
    public RestResponse<ObjectionView> get(@RestPath UUID id) {
        var objection = visible(id);
        return ETag.ok(objection.version(), objection.view());
    }

    @POST
    @Path("/{id}/transitions")
    @Idempotent
    @TakesSteps(AnswerObjection.class)
    @RolesAllowed({Roles.FUND_APPROVER})
    @Refuses({"REASON_REQUIRED"})
    @Operation(operationId = "moveObjection", summary = "处理异议 / Answer an objection", description = "由发布公示的层级或其上级的审批人答复；说明即答复，必填。By an approver of the level that announced the notice, or above; the comment is the answer and is required.")
    public RestResponse<ObjectionView> move(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull Move body) {
        var objection = answerObjection.handle(id, ETag.required(match), body);
        return ETag.ok(objection.version(), objection.view());
    }

    @GET
    @Path("/{id}/history")
    @ReadOnly
    @RolesAllowed({Roles.FUND_REQUESTER, Roles.FUND_APPROVER, Roles.SUPERVISOR, Roles.MONEY_AUDITOR, Roles.READER})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listObjectionHistory", summary = "异议历史 / History of an objection", description = "已执行的步骤 The steps that were taken.")
    public Page<StepHistory.Taken> history(@RestPath UUID id, @BeanParam ListParameters list) {
        return lists.answer(StepHistory.LISTING, list.query().about(Objection.RESOURCE, visible(id).id()));
    }

    private Objection visible(UUID id) {
        return objections.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
