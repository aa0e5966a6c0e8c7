package io.zhixing.organization.campaign;

import java.time.LocalDate;
import java.util.UUID;

import io.zhixing.organization.post.Post;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CampaignBodySeat", description = "机构席位 A seat of a body, told by post", examples = """
        {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","post":"SECRETARY","role":"HEAD","from":"2016-03-01"}""")
record SeatView(
        @Schema(description = "组织 Organization of the post", required = true) UUID organizationId,
        @Schema(description = "职务 Post; whoever holds it has the role", required = true) Post post,
        @Schema(description = "机构职务 Role", required = true) CampaignBody.BodyRole role,
        @Schema(description = "起始日 First day", required = true) LocalDate from,
        @Schema(description = "截止日 First day on which it was so no longer") LocalDate to) {}
