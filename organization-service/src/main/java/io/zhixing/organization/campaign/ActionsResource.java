package io.zhixing.organization.campaign;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import io.zhixing.organization.structure.Sector;
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

@Path("/v1/campaign-actions")
@Tag(name = "活动 Campaigns")
public class ActionsResource {

    private final AddAction addAction;
    private final Lists lists;

    ActionsResource(AddAction addAction, Lists lists) {
        this.addAction = addAction;
        this.lists = lists;
    }

    @Schema(name = "AddCampaignAction", description = "提出动作 An action to add", examples = """
            {"campaignId":"01912d68-783e-7a0f-8000-0f54b3b0a5a1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","kind":"PRESCRIBED",
             "title":"每月一次主题党日","obligedTypes":["BRANCH"]}""")
    @JsonIgnoreProperties({"id", "version"})
    record AddRequest(
            @Schema(description = "活动 Campaign") @NotNull UUID campaignId,
            @Schema(description = "提出组织 Organization that prescribes or undertakes it") @NotNull UUID organizationId,
            @Schema(description = "类别 Kind") @NotNull CampaignAction.ActionKind kind,
            @Schema(description = "标题 Title") @NotBlank @Size(max = 200) String title,
            @Schema(description = "适用的组织类型 Types of organizations that it obliges") @NotEmpty @Size(max = 20) List<@NotNull OrganizationType> obligedTypes,
            @Schema(description = "适用领域，空为全部 Sectors that it obliges; none for all") @Size(max = 20) List<@NotNull Sector> sectors) {

        CampaignAction.Facts facts() {
            return new CampaignAction.Facts(campaignId, organizationId, kind, title, obligedTypes, sectors);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.SYSTEM})
    @Refuses({"ACTION_PRESCRIBED_BY_OWNER", "ACTION_TITLE_TAKEN", "CAMPAIGN_ELSEWHERE", "ORGANIZATION_NOT_IN_PLACE"})
    @Operation(operationId = "addCampaignAction", summary = "提出规定动作或自选动作 / Add an action", description = "规定动作由主办组织的办公室提出；自选动作由任一下级组织自行提出。Prescribed by the office of the campaign's owner; optional by any organization below, of its own accord.")
    public RestResponse<ActionView> add(@Valid @NotNull AddRequest body, @Context UriInfo uri) {
        var action = addAction.handle(body.facts());
        return ETag.created(uri, action.id(), action.version(), action.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCampaignActions", summary = "列出动作 / List actions", description = "提出组织的上级和下级均可见。Seen above and below the organization that added it.")
    public Page<ActionView> list(@BeanParam ListParameters list,
            @Parameter(description = "活动标识 Id of the campaign") @RestQuery String campaign,
            @Parameter(description = "提出组织标识 Id of the organization that added it") @RestQuery String owner,
            @Parameter(description = "类别 Kind") @RestQuery List<String> kind) {
        return lists.answer(CampaignActions.LISTING, list.query().id("campaign", campaign).id("owner", owner)
                .oneOf("kind", kind, CampaignAction.ActionKind.class));
    }
}
