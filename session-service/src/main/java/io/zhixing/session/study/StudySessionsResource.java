package io.zhixing.session.study;

import java.util.List;

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
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.session.Roles;
import io.zhixing.session.directory.HostRelation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/study-sessions")
@Tag(name = "学习活动 Study sessions", description = "登记和查阅学习活动 Recording and reading study sessions")
public class StudySessionsResource {

    private static final List<String> NOT_VOIDED = List.of(SessionState.RECORDED.name());

    private final RecordSession recordSession;
    private final Lists lists;

    StudySessionsResource(RecordSession recordSession, Lists lists) {
        this.recordSession = recordSession;
        this.lists = lists;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK, Roles.SYSTEM_CLIENT})
    @Refuses({"ATTENDEE_REPEATED", "CONVENER_NOT_OF_HOST", "GROUND_WITHOUT_GUEST", "GUEST_OF_OWN_BRANCH",
            "GUEST_WITHOUT_GROUND", "HELD_IN_FUTURE",
            "LECTURER_REQUIRED", "LECTURER_UNCLEAR", "LECTURE_LONGER_THAN_SESSION", "ORGANIZATION_NOT_ACTIVE",
            "PARTY_GROUP_NOT_OF_HOST", "SESSION_ALREADY_RECORDED",
            "SESSION_ENDS_BEFORE_START"})
    @Operation(operationId = "recordStudySession", summary = "登记学习活动 / Record a study session", description = "连同出勤和授课一次登记。尚未进入名册的参加人员待确认，不计入，名册到达后自动计入；召集人、党小组尚不知晓的同样待确认。"
            + "每次活动最多登记 2000 名参加人员。支部的活动由支部书记或干事登记，其他组织的活动由活动办公室人员登记。"
            + " With attendance and lectures in one request. An attendee not yet in the directory is pending:"
            + " not counted, and counted when the directory knows him; so are a convener and a Party group. At most 2000 attendees a session."
            + " A branch's secretary or clerk records for a branch, a campaign officer for any other organization.")
    public RestResponse<StudySessionView> record(@Valid @NotNull StudySessionRequest body, @Context UriInfo uri) {
        var view = recordSession.handle(body);
        return ETag.created(uri, view.id(), view.version(), view);
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK, Roles.READER,
            Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listStudySessions", summary = "列出学习活动 / List study sessions", description = "范围内的活动，不含会议记录。Sessions in scope, without their texts.")
    public Page<StudySessionRow> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly, @Parameter(description = "活动类型 Types") @RestQuery List<String> type,
            @Parameter(description = "活动内容 Contents; a type of the same name counts too") @RestQuery List<String> content,
            @Parameter(description = "状态；不填则不含已作废的活动 States; without any, all sessions that are not voided") @RestQuery List<String> state,
            @Parameter(description = "召集人与主办组织的关系 Relations of the convener to the host") @RestQuery List<String> convenerRelation,
            @Parameter(description = "党小组与主办组织的关系 Relations of the Party group to the host") @RestQuery List<String> partyGroupRelation,
            @Parameter(description = "起始日 First day of the session, YYYY-MM-DD, included") @RestQuery String heldFrom,
            @Parameter(description = "截止日 Last day of the session, YYYY-MM-DD, included") @RestQuery String heldTo,
            @Parameter(description = "登记截止日，即当日所知的内容 As known on this day: recorded by then and not corrected by then, YYYY-MM-DD, included") @RestQuery String recordedUntil) {
        var known = recordedUntil == null ? StudySessions.LISTING : StudySessions.AS_KNOWN;
        return lists.answer(known, list.query().subtree(organization, directOnly)
                .oneOf("type", type, SessionType.class).oneOf("content", content, SessionContent.class)
                .oneOf("state", state == null || state.isEmpty() ? NOT_VOIDED : state, SessionState.class)
                .oneOf(related("convener", convenerRelation), convenerRelation, HostRelation.class)
                .oneOf(related("partyGroup", partyGroupRelation), partyGroupRelation, HostRelation.class)
                .day("heldFrom", heldFrom).day("heldTo", heldTo)
                .day("recordedUntil", recordedUntil));
    }

    /** The filter that an index of few rows serves, where all that is asked for lies in it. */
    private static String related(String what, List<String> relations) {
        return what + (HostRelation.areRare(relations) ? "NotOfHost" : "Relation");
    }
}
