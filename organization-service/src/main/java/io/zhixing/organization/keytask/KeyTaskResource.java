package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.organization.campaign.CampaignChange;
import io.zhixing.organization.campaign.CampaignChanges;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.problem.PlatformProblems;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/key-tasks/{id}")
@Tag(name = "重点任务 Key tasks")
public class KeyTaskResource {

    private final KeyTasks tasks;
    private final ChangeKeyTask changeKeyTask;
    private final Lists lists;

    KeyTaskResource(KeyTasks tasks, ChangeKeyTask changeKeyTask, Lists lists) {
        this.tasks = tasks;
        this.changeKeyTask = changeKeyTask;
        this.lists = lists;
    }

    @Schema(name = "ChangeKeyTask", description = "变更任务 What changes of a key task; fields that are absent stay", examples = "{\"on\":\"2016-06-20\",\"reason\":\"汛期延后\",\"deadline\":\"2016-09-30\"}")
    @JsonIgnoreProperties({"id", "campaignId", "organizationId", "number", "obligedTypes", "evidence", "version"})
    record ChangeRequest(
            @Schema(description = "变更日期 Business day of the change, not after today") @NotNull LocalDate on,
            @Schema(description = "理由 Reason") @NotBlank @Size(max = 500) String reason,
            @Schema(description = "新标题 New title") @Pattern(regexp = "(?s).*\\S.*") @Size(max = 200) String title,
            @Schema(description = "新期限 New last day in time, within the campaign") LocalDate deadline) {

        ChangeKeyTask.Stated stated() {
            return new ChangeKeyTask.Stated(new CampaignChanges.Why(on, reason), title, deadline);
        }
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getKeyTask", summary = "读取重点任务 / Read a key task", description = "按标识读取 By its id.")
    public RestResponse<KeyTaskView> get(@RestPath UUID id) {
        var task = visible(id);
        return ETag.ok(task.version(), task.view());
    }

    @PATCH
    @Idempotent
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"CORRECTION_CHANGES_NOTHING", "DAYS_INCONSISTENT", "DAY_IN_FUTURE", "OUTSIDE_CAMPAIGN_DAYS"})
    @Operation(operationId = "changeKeyTask", summary = "变更重点任务 / Change a key task", description = "由主办组织的办公室变更标题或期限，须说明理由；承担范围与佐证不变。逾期与待办按所问之日的期限，原来的内容见history。The office of the campaign's owner gives it another title or deadline, with a reason; whom it obliges and its evidence stay. What is overdue or to do follows the deadline of the day asked for; what it said before is in its history.")
    public RestResponse<KeyTaskView> change(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull ChangeRequest body) {
        var task = changeKeyTask.handle(id, ETag.required(match), body.stated());
        return ETag.ok(task.version(), task.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listKeyTaskHistory", summary = "查询任务的变更 / Changes of a key task", description = "按版本排列 In order of versions.")
    public Page<CampaignChange> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(CampaignChanges.LISTING, list.query().about(KeyTask.RESOURCE, id));
    }

    @GET
    @Path("/counts")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listKeyTaskCounts", summary = "统计任务进度 / Count the progress with a key task", description = "某上级的各直接下级（如各县）连同其下级的进度统计；未填parent时按主办组织的直接下级；count=true给出合计。For each organization directly below a superior, such as each county, with everything below it; the campaign's owner when parent is absent; with count=true their sums.")
    public Page<CountsView> counts(@RestPath UUID id, @BeanParam ListParameters list,
            @Parameter(description = "上级标识 Id of the superior; the campaign's owner when absent") @RestQuery String parent) {
        var owner = visible(id).organizationId();
        return lists.answer(Progresses.COUNTS,
                list.query().id("task", id.toString()).id("parent", parent == null ? owner.toString() : parent));
    }

    private KeyTask visible(UUID id) {
        return tasks.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
