package io.zhixing.organization.campaign;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import io.zhixing.organization.post.Post;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CampaignBodySeatStated", description = "席位 A seat, told by post")
record StatedSeat(
        @Schema(description = "组织 Organization of the post") @NotNull UUID organizationId,
        @Schema(description = "职务 Post; whoever holds it has the role") @NotNull Post post,
        @Schema(description = "机构职务 Role") @NotNull CampaignBody.BodyRole role) {

    CampaignBody.Seat seat() {
        return new CampaignBody.Seat(organizationId, post, role);
    }
}
