package io.zhixing.organization.keytask;

import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.zhixing.organization.Roles;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/key-task-progress")
@Tag(name = "重点任务 Key tasks")
public class ProgressListResource {

    private final Lists lists;

    ProgressListResource(Lists lists) {
        this.lists = lists;
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listKeyTaskProgress", summary = "列出任务进度 / List progress", description = "每个承担组织的每项任务一行，未启动的也在内，可导出。待上级确认的用state=REPORTED。A row for each obliged organization and task, also where nothing was started; what waits for the superior: state=REPORTED.")
    public Page<ProgressView> list(@BeanParam ListParameters list, @RestQuery String organization,
            @RestQuery String directOnly,
            @Parameter(description = "活动标识 Id of the campaign") @RestQuery String campaign,
            @Parameter(description = "任务标识 Id of the key task") @RestQuery String task,
            @Parameter(description = "状态 State") @RestQuery List<String> state,
            @Parameter(description = "逾期日，按当日的期限 Day on which it was overdue, by the deadline that stood on it, and not confirmed, YYYY-MM-DD") @RestQuery String overdueOn,
            @Parameter(description = "确认截至日 Confirmed by this day, YYYY-MM-DD") @RestQuery String confirmedTo,
            @Parameter(description = "活动起算日 Of campaigns that ran on or after this day, YYYY-MM-DD") @RestQuery String campaignFrom,
            @Parameter(description = "活动截至日 Of campaigns that began by this day, YYYY-MM-DD") @RestQuery String campaignTo,
            @Parameter(description = "截至日 Only confirmations, and changes of deadlines, that were known by the end of this day, YYYY-MM-DD") @RestQuery String asOf) {
        return lists.answer(Progresses.LISTING, list.query().subtree(organization, directOnly).id("campaign", campaign)
                .id("task", task).oneOf("state", state, ProgressState.class).day("overdueOn", overdueOn)
                .day("confirmedTo", confirmedTo).day("campaignFrom", campaignFrom).day("campaignTo", campaignTo)
                .day("asOf", asOf).equal("deadlineOn", Objects.requireNonNullElse(overdueOn, Progresses.PRESENT))
                .equal("deadlineKnown", Objects.requireNonNullElse(asOf, Progresses.PRESENT)));
    }
}
