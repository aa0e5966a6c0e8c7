package io.zhixing.organization.document;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CampaignDocumentMove", description = "文件步骤 A step of a document", examples = "{\"transition\":\"issue\",\"on\":\"2016-03-20\"}")
record DocumentMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "理由 Reason, with withdraw") @Size(max = 500) String comment,
        @Schema(description = "替代文件 Issued document that takes its place, with supersede") UUID successorId) {}
