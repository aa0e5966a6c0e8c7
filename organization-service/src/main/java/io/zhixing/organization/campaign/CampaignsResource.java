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

@Path("/v1/campaigns")
@Tag(name = "活动 Campaigns", description = "活动、协调小组和办公室、规定动作和自选动作 Campaigns, their groups and offices, prescribed and optional actions")
public class CampaignsResource {

    private final OpenCampaign openCampaign;
    private final Lists lists;

    CampaignsResource(OpenCampaign openCampaign, Lists lists) {
        this.openCampaign = openCampaign;
        this.lists = lists;
    }

    @Schema(name = "OpenCampaign", description = "开展活动 A campaign to open", examples = """
            {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","code":"2X1Z","nameZh":"两学一做学习教育","nameEn":"Two Studies, One Action",
             "from":"2016-02-28","to":"2017-04-26"}""")
    @JsonIgnoreProperties({"id", "version"})
    record OpenRequest(
            @Schema(description = "主办组织 Organization that runs it, for everything below it") @NotNull UUID organizationId,
            @Schema(description = "活动代码 Code; no two campaigns have the same") @NotNull @Pattern(regexp = "[0-9A-Z-]{1,30}") String code,
            @Schema(description = "中文名称 Name in Chinese") @NotBlank @Size(max = 200) String nameZh,
            @Schema(description = "英文名称 Name in English") @NotBlank @Size(max = 200) String nameEn,
            @Schema(description = "开始日期 First day") @NotNull LocalDate from,
            @Schema(description = "截止日期 Last day") @NotNull LocalDate to,
            @Schema(description = "所属活动 Campaign of which it is a part; its days lie within that one's") UUID parentCampaignId) {

        Campaign.Facts facts() {
            return new Campaign.Facts(organizationId, code, nameZh, nameEn, from, to, parentCampaignId);
        }
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"CAMPAIGN_CODE_TAKEN", "CAMPAIGN_ELSEWHERE", "DAYS_INCONSISTENT", "ORGANIZATION_NOT_IN_PLACE",
            "OUTSIDE_CAMPAIGN_DAYS"})
    @Operation(operationId = "openCampaign", summary = "开展活动 / Open a campaign", description = "对主办组织及其下级开展；专项活动填所属活动，日期须在其期间内。For its owner and everything below; a sub-campaign names its parent and lies within its days.")
    public RestResponse<CampaignView> open(@Valid @NotNull OpenRequest body, @Context UriInfo uri) {
        var campaign = openCampaign.handle(body.facts());
        return ETag.created(uri, campaign.id(), campaign.version(), campaign.view());
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCampaigns", summary = "列出活动 / List campaigns", description = "主办组织的上级和下级均可见。Seen above and below the organization that runs it.")
    public Page<CampaignView> list(@BeanParam ListParameters list,
            @Parameter(description = "主办组织标识 Id of the owner") @RestQuery String owner,
            @Parameter(description = "活动代码 Exact code") @RestQuery String code,
            @Parameter(description = "所属活动标识 Id of the campaign of which it is a part") @RestQuery String parent,
            @Parameter(description = "进行日 Day on which it runs, YYYY-MM-DD") @RestQuery String on) {
        return lists.answer(Campaigns.LISTING,
                list.query().id("owner", owner).equal("code", code).id("parent", parent).day("on", on));
    }
}
