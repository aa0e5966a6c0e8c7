package io.zhixing.organization.campaign;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CampaignBodyMove", description = "机构步骤 A step of a body", examples = """
        {"transition":"reseat","on":"2016-09-01","comment":"人事变动","seats":[
         {"organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d3","post":"DEPUTY_SECRETARY","role":"HEAD"}]}""")
record BodyMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "说明 Note") @Size(max = 500) String comment,
        @Schema(description = "席位 All seats from that day on, with reseat") @Size(min = 1, max = 100) List<@Valid @NotNull StatedSeat> seats) {}
