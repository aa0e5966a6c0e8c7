package io.zhixing.session.lecture;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ReadOnly;
import io.zhixing.session.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/lectures")
@Tag(name = "授课 Lectures", description = "活动中的授课 Lectures given in study sessions")
public class LecturesResource {

    private final Lists lists;

    LecturesResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK, Roles.READER,
            Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listLectures", summary = "列出授课 / List lectures", description = "范围内的授课及授课人当日的类别。Lectures in scope, with what each lecturer was on that day.")
    public Page<LectureView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "所属活动 Id of the session") @RestQuery String studySession,
            @Parameter(description = "授课人类别 Kinds of lecturer on that day") @RestQuery List<String> lecturerKind,
            @Parameter(description = "起始日 First day of the session, YYYY-MM-DD, included") @RestQuery String heldFrom,
            @Parameter(description = "截止日 Last day of the session, YYYY-MM-DD, included") @RestQuery String heldTo,
            @Parameter(description = "登记截止日，即当日所知的内容 As known on this day: recorded by then and not corrected by then, YYYY-MM-DD, included") @RestQuery String recordedUntil) {
        var known = recordedUntil == null ? Lectures.LISTING : Lectures.AS_KNOWN;
        return lists.answer(known, list.query().subtree(organization, directOnly)
                .id("studySession", studySession).oneOf("lecturerKind", lecturerKind, LecturerKind.class)
                .day("heldFrom", heldFrom).day("heldTo", heldTo).day("recordedUntil", recordedUntil));
    }
}
