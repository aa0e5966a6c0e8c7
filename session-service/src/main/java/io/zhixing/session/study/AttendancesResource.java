package io.zhixing.session.study;

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

@Path("/v1/attendances")
@Tag(name = "出勤 Attendance", description = "学习活动的出勤 Attendance in study sessions")
public class AttendancesResource {

    private final Lists lists;

    AttendancesResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.CAMPAIGN_OFFICER, Roles.BRANCH_SECRETARY, Roles.BRANCH_CLERK, Roles.READER,
            Roles.SYSTEM_CLIENT})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAttendances", summary = "列出出勤 / List attendances", description = "范围内的出勤，含登记时的说法和现在的计数。Attendance in scope, as stated and as it counts.")
    public Page<AttendanceView> list(@BeanParam ListParameters list,
            @Parameter(description = "所属活动 Id of the session") @RestQuery String studySession,
            @RestQuery String organization, @RestQuery String directOnly,
            @Parameter(description = "党员标识 Id of the member") @RestQuery String member,
            @Parameter(description = "状态 States") @RestQuery List<String> state,
            @Parameter(description = "起始日 First day of the session, YYYY-MM-DD, included") @RestQuery String heldFrom,
            @Parameter(description = "截止日 Last day of the session, YYYY-MM-DD, included") @RestQuery String heldTo,
            @Parameter(description = "登记截止日，即当日所知的内容 As known on this day: recorded by then and not corrected by then, YYYY-MM-DD, included") @RestQuery String recordedUntil) {
        var known = recordedUntil == null ? Attendances.LISTING : Attendances.AS_KNOWN;
        return lists.answer(known, list.query().subtree(organization, directOnly)
                .id("studySession", studySession).id("member", member).oneOf("state", state, AttendanceState.class)
                .day("heldFrom", heldFrom).day("heldTo", heldTo).day("recordedUntil", recordedUntil));
    }
}
