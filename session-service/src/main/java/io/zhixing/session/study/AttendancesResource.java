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
    @Operation(operationId = "listAttendances", summary = "列出出勤 / List attendances")
    public Page<AttendanceView> list(@BeanParam ListParameters list, @RestQuery String studySession,
            @RestQuery String organization, @RestQuery String directOnly, @RestQuery String member,
            @RestQuery List<String> state, @RestQuery String heldFrom, @RestQuery String heldTo,
            @RestQuery String recordedUntil) {
        return lists.answer(Attendances.LISTING, list.query().subtree(organization, directOnly)
                .id("studySession", studySession).id("member", member).oneOf("state", state, AttendanceState.class)
                .day("heldFrom", heldFrom).day("heldTo", heldTo).day("recordedUntil", recordedUntil));
    }
}
