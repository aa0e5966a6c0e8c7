package io.zhixing.organization.post;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "任职 A post held", examples = """
        {"id":"01912d68-783e-7a0f-8000-0f54b3b0a4d5","memberId":"01912d68-783e-7a0f-8000-0f54b3b0a4d4",
         "organizationId":"01912d68-783e-7a0f-8000-0f54b3b0a4d2","post":"SECRETARY","from":"2014-03-01","basis":"ELECTED","version":1}""")
record PostView(
        @Schema(description = "标识 Id", required = true) UUID id,
        @Schema(description = "党员 Member", required = true) UUID memberId,
        @Schema(description = "组织 Organization", required = true) UUID organizationId,
        @Schema(description = "职务 Post", required = true) Post post,
        @Schema(description = "任职日期 First day in the post", required = true) LocalDate from,
        @Schema(description = "离任日期 First day no longer in it") LocalDate to,
        @Schema(description = "任职依据 Basis", required = true) Basis basis,
        @Schema(description = "版本 Version", required = true, minimum = "1") long version) {}
