package io.zhixing.organization.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

@Path("/v1/campaign-bodies")
@Tag(name = "活动 Campaigns")
public class BodiesResource {

    private final SetUpBody setUpBody;
    private final Lists lists;

    BodiesResource(SetUpBody setUpBody, Lists lists) {
        this.setUpBody = setUpBody;
        this.lists = lists;
    }

    @Schema(name = "SetUpCampaignBody", description = "成立机构 A body to set up", examples = """
            {"campaignId":"01912d68-783e-7a0f-8000-0f54b3b0a5a1","organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3",
             "kind":"COORDINATION_GROUP","setUpOn":"2016-03-01",
             "seats":[{"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","post":"SECRETARY","role":"HEAD"}]}""")
    @JsonIgnoreProperties({"id", "endedOn", "state", "version"})
    record SetUpRequest(
            @Schema(description = "活动 Campaign") @NotNull UUID campaignId,
            @Schema(description = "所属组织 Organization that sets it up") @NotNull UUID organizationId,
            @Schema(description = "类别 Kind") @NotNull CampaignBody.BodyKind kind,
            @Schema(description = "成立日期 Business day, not after today") @NotNull LocalDate setUpOn,
            @Schema(description = "席位 Its seats, told by post") @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull StatedSeat> seats) {

        SetUpBody.Stated stated() {
            return new SetUpBody.Stated(campaignId, organizationId, kind, setUpOn,
                    seats.stream().map(StatedSeat::seat).toList());
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"BODY_ALREADY_OPEN", "CAMPAIGN_ELSEWHERE", "DAYS_INCONSISTENT", "DAY_IN_FUTURE",
            "ORGANIZATION_NOT_IN_PLACE"})
    @Operation(operationId = "setUpCampaignBody", summary = "成立协调小组或办公室 / Set up a group or office", description = "主办组织及其下级各自成立；成员以职务表示，不记姓名。The owner and each organization below set up their own; seats are told by post, nobody is named.")
    public RestResponse<BodyView> setUp(@Valid @NotNull SetUpRequest body, @Context UriInfo uri) {
        var made = setUpBody.handle(body.stated());
        return ETag.created(uri, made.id(), made.version(), made.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCampaignBodies", summary = "列出活动机构 / List groups and offices", description = "所属组织的上级和下级均可见。Seen above and below the organization that set it up.")
    public Page<BodyView> list(@BeanParam ListParameters list,
            @Parameter(description = "活动标识 Id of the campaign") @RestQuery String campaign,
            @Parameter(description = "所属组织标识 Id of the organization that set it up") @RestQuery String owner,
            @Parameter(description = "类别 Kind") @RestQuery List<String> kind) {
        return lists.answer(CampaignBodies.LISTING, list.query().id("campaign", campaign).id("owner", owner)
                .oneOf("kind", kind, CampaignBody.BodyKind.class));
    }
}
