package io.zhixing.organization.term;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CommitteeTermMove", description = "届期步骤 A step of a term", examples = "{\"transition\":\"postpone\",\"on\":\"2016-12-01\",\"comment\":\"村组撤并尚未完成\",\"until\":\"2017-09-01\"}")
record TermMove(
        @Schema(description = "步骤 Name of the step") @NotNull @Size(max = 40) String transition,
        @Schema(description = "业务日期 Day of the step, not after today and not before the step before") @NotNull LocalDate on,
        @Schema(description = "原因 Reason") @Size(max = 500) String comment,
        @Schema(description = "延期至 Last day on which the election may be held") LocalDate until) {}
