package io.zhixing.organization.campaign;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/campaign-actions/{id}")
@Tag(name = "活动 Campaigns")
public class ActionResource {

    private final CampaignActions actions;
    private final ChangeAction changeAction;
    private final Lists lists;

    ActionResource(CampaignActions actions, ChangeAction changeAction, Lists lists) {
        this.actions = actions;
        this.changeAction = changeAction;
        this.lists = lists;
    }

    @Schema(name = "ChangeCampaignAction", description = "变更动作 What changes of an action; fields that are absent stay", examples = "{\"on\":\"2016-06-20\",\"reason\":\"推广到全县\",\"kind\":\"PRESCRIBED\"}")
    @JsonIgnoreProperties({"id", "campaignId", "organizationId", "obligedTypes", "sectors", "version"})
    record ChangeRequest(
            @Schema(description = "变更日期 Business day of the change, not after today") @NotNull LocalDate on,
            @Schema(description = "理由 Reason") @NotBlank @Size(max = 500) String reason,
            @Schema(description = "新标题 New title") @Pattern(regexp = "(?s).*\\S.*") @Size(max = 200) String title,
            @Schema(description = "新类别 New kind") CampaignAction.ActionKind kind) {

        ChangeAction.Stated stated() {
            return new ChangeAction.Stated(new CampaignChanges.Why(on, reason), title, kind);
        }
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getCampaignAction", summary = "读取动作 / Read an action", description = "按标识读取 By its id.")
    public RestResponse<ActionView> get(@RestPath UUID id) {
        var action = visible(id);
        return ETag.ok(action.version(), action.view());
    }

    @PATCH
    @Idempotent
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"ACTION_PRESCRIBED_BY_OWNER", "ACTION_TITLE_TAKEN", "CORRECTION_CHANGES_NOTHING", "DAYS_INCONSISTENT",
            "DAY_IN_FUTURE"})
    @Operation(operationId = "changeCampaignAction", summary = "变更动作 / Change an action", description = "改标题，或在规定与自选之间变更，须说明理由；涉及规定动作的由主办组织的办公室变更。原来的内容见history。Another title, or prescribed instead of optional and the other way round, with a reason; what is or becomes prescribed is changed by the office of the campaign's owner. What it said before is in its history.")
    public RestResponse<ActionView> change(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull ChangeRequest body) {
        var action = changeAction.handle(id, ETag.required(match), body.stated());
        return ETag.ok(action.version(), action.view());
    }

    @GET
    @Path("/history")
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCampaignActionHistory", summary = "查询动作的变更 / Changes of an action", description = "按版本排列 In order of versions.")
    public Page<CampaignChange> history(@RestPath UUID id, @BeanParam ListParameters list) {
        visible(id);
        return lists.answer(CampaignChanges.LISTING, list.query().about(CampaignAction.RESOURCE, id));
    }

    private CampaignAction visible(UUID id) {
        return actions.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
    }
}
