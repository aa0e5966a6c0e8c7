package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.platform.contract.Refuses;
import io.zhixing.platform.list.ListParameters;
import io.zhixing.platform.list.Lists;
import io.zhixing.platform.list.Page;
import io.zhixing.platform.retry.ETag;
import io.zhixing.platform.retry.Idempotent;
import io.zhixing.platform.retry.ReadOnly;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/key-tasks")
@Tag(name = "重点任务 Key tasks", description = "活动的重点任务与各组织的进度 Key tasks of a campaign and the progress of organizations")
public class KeyTasksResource {

    private final SetKeyTask setKeyTask;
    private final Lists lists;

    KeyTasksResource(SetKeyTask setKeyTask, Lists lists) {
        this.setKeyTask = setKeyTask;
        this.lists = lists;
    }

    @Schema(name = "SetKeyTask", description = "设定任务 A key task to set", examples = """
            {"campaignId":"01912d68-783e-7a0f-8000-0f54b3b0a5a1","number":1,"title":"党员组织关系集中排查",
             "obligedTypes":["LOCAL_COMMITTEE","PRIMARY_COMMITTEE","GENERAL_BRANCH","BRANCH"],"deadline":"2016-06-30","evidence":"SCREENING"}""")
    @JsonIgnoreProperties({"id", "organizationId", "version"})
    record SetRequest(
            @Schema(description = "活动 Campaign") @NotNull UUID campaignId,
            @Schema(description = "序号 Number in the campaign") @NotNull @Min(1) @Max(100) Integer number,
            @Schema(description = "标题 Title") @NotBlank @Size(max = 200) String title,
            @Schema(description = "承担任务的组织类型 Types of organizations that it obliges") @NotEmpty @Size(max = 20) List<@NotNull OrganizationType> obligedTypes,
            @Schema(description = "完成期限 Last day in time, within the campaign") @NotNull LocalDate deadline,
            @Schema(description = "佐证类别 What shows that it is done") @NotNull EvidenceKind evidence) {

        KeyTask.Facts facts() {
            return new KeyTask.Facts(campaignId, number, title, obligedTypes, deadline, evidence);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"KEY_TASK_NUMBER_TAKEN", "ORGANIZATION_NOT_IN_PLACE", "OUTSIDE_CAMPAIGN_DAYS"})
    @Operation(operationId = "setKeyTask", summary = "设定重点任务 / Set a key task", description = "由主办组织的办公室设定，标题和期限可变更；各承担组织无须事先建立进度。By the office of the campaign's owner; title and deadline may change. Obliged organizations need no progress beforehand.")
    public RestResponse<KeyTaskView> set(@Valid @NotNull SetRequest body, @Context UriInfo uri) {
        var task = setKeyTask.handle(body.facts());
        return ETag.created(uri, task.id(), task.version(), task.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listKeyTasks", summary = "列出重点任务 / List key tasks", description = "主办组织的上级和下级均可见。Seen above and below the campaign's owner.")
    public Page<KeyTaskView> list(@BeanParam ListParameters list,
            @Parameter(description = "活动标识 Id of the campaign") @RestQuery String campaign,
            @Parameter(description = "主办组织标识 Id of the campaign's owner") @RestQuery String owner) {
        return lists.answer(KeyTasks.LISTING, list.query().id("campaign", campaign).id("owner", owner));
    }
}
