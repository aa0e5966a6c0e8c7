package io.zhixing.organization.standing;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MemberStanding", description = "最近一次民主评议结果 A member's newest standing, as evaluation-service confirmed it", examples = """
        {"year":2016,"grade":"QUALIFIED","confirmedOn":"2017-01-20"}""")
public record StandingView(
        @Schema(description = "评议年度 Year", required = true) int year,
        @Schema(description = "评议等次 Grade; absent where there is none") StandingGrade grade,
        @Schema(description = "未评定原因 Why there is no grade") UngradedReason ungradedReason,
        @Schema(description = "审定日期 Day of confirmation, Asia/Shanghai", required = true) LocalDate confirmedOn,
        @Schema(description = "限期改正 Newest correction period; absent where there was none") CorrectionView correction) {}
