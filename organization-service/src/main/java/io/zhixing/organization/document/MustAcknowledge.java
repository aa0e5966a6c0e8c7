package io.zhixing.organization.document;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.structure.OrganizationType;
import io.zhixing.organization.structure.Sector;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MustAcknowledge", description = "签收要求 Who must acknowledge a document", examples = "{\"types\":[\"PRIMARY_COMMITTEE\"],\"dueOn\":\"2016-04-15\"}")
public record MustAcknowledge(
        @Schema(description = "须签收的组织类型 Types of organizations") @NotEmpty @Size(max = 20) List<@NotNull OrganizationType> types,
        @Schema(description = "须签收的领域，空为全部 Sectors; none for all") @Size(max = 20) List<@NotNull Sector> sectors,
        @Schema(description = "签收期限 Last day in time") LocalDate dueOn) {}
