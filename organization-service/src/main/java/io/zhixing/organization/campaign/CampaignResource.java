package io.zhixing.organization.campaign;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.zhixing.organization.Roles;
import io.zhixing.platform.contract.Refuses;
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

@Path("/v1/campaigns/{id}")
@Tag(name = "活动 Campaigns")
public class CampaignResource {

    private final Campaigns campaigns;
    private final ChangeCampaign changeCampaign;

    CampaignResource(Campaigns campaigns, ChangeCampaign changeCampaign) {
        this.campaigns = campaigns;
        this.changeCampaign = changeCampaign;
    }

    @Schema(name = "ChangeCampaign", description = "变更活动 What changes of a campaign; fields that are absent stay", examples = "{\"on\":\"2017-03-01\",\"to\":\"2017-06-30\"}")
    @JsonIgnoreProperties({"id", "organizationId", "code", "from", "parentCampaignId", "version"})
    record ChangeRequest(
            @Schema(description = "业务日期 Business day of the change, not after today") @NotNull LocalDate on,
            @Schema(description = "中文名称 Name in Chinese") @Size(min = 1, max = 200) String nameZh,
            @Schema(description = "英文名称 Name in English") @Size(min = 1, max = 200) String nameEn,
            @Schema(description = "截止日期 Last day, not before the present one") LocalDate to) {

        ChangeCampaign.Stated stated() {
            return new ChangeCampaign.Stated(on, nameZh, nameEn, to);
        }
    }

    @GET
    @ReadOnly
    @RolesAllowed({Roles.OFFICER, Roles.SECRETARY, Roles.CLERK, Roles.READER, Roles.SUPERVISOR, Roles.SYSTEM})
    @Operation(operationId = "getCampaign", summary = "读取活动 / Read a campaign", description = "按标识读取；主办组织的下级也可见。By its id; also for those below its owner.")
    public RestResponse<CampaignView> get(@RestPath UUID id) {
        var campaign = campaigns.findByIdOptional(id).orElseThrow(PlatformProblems.NOT_FOUND::about);
        return ETag.ok(campaign.version(), campaign.view());
    }

    @PATCH
    @Idempotent
    @RolesAllowed({Roles.OFFICER, Roles.SYSTEM})
    @Refuses({"CAMPAIGN_ONLY_EXTENDED", "CORRECTION_CHANGES_NOTHING", "DAYS_INCONSISTENT", "DAY_IN_FUTURE",
            "OUTSIDE_CAMPAIGN_DAYS"})
    @Operation(operationId = "changeCampaign", summary = "变更活动 / Change a campaign", description = "更名或延期；不能缩短，以免其中的安排落在期间之外。Renames it or makes it longer; it never becomes shorter, so that nothing within it comes to lie outside.")
    public RestResponse<CampaignView> change(@RestPath UUID id, @RestHeader("If-Match") String match,
            @Valid @NotNull ChangeRequest body) {
        var campaign = changeCampaign.handle(id, ETag.required(match), body.stated());
        return ETag.ok(campaign.version(), campaign.view());
    }
}
