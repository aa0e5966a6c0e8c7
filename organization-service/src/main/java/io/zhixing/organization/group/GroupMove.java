package io.zhixing.organization.group;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PartyGroupMove", description = "党小组步骤 A step of a Party group", examples = "{\"transition\":\"change\",\"on\":\"2016-03-01\",\"name\":\"第二党小组\"}")
record GroupMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "说明 Comment") @Size(max = 500) String comment,
        @Schema(description = "新名称 New name, with change") @Size(min = 1, max = 60) String name,
        @Schema(description = "新组长 New leader, with change") UUID leaderMemberId) {}
