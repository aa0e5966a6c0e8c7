package io.zhixing.organization.standing;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CorrectionPeriod", description = "限期改正 Time to correct himself that an unqualified member was given", examples = """
        {"year":2016,"until":"2017-12-31","state":"OPEN"}""")
public record CorrectionView(
        @Schema(description = "评议年度 Year of the appraisal", required = true) int year,
        @Schema(description = "改正期限 Last day", required = true) LocalDate until,
        @Schema(description = "改正情况 What became of it", required = true) CorrectionState state) {}
