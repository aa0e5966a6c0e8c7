package io.zhixing.organization.campaign;

import java.time.Instant;
import java.time.LocalDate;

import io.zhixing.organization.campaign.CampaignAction.ActionKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CampaignChange", description = "任务或动作的变更 A change of a key task or an action; what stayed is absent", examples = """
        {"version":2,"on":"2016-06-20","reason":"汛期延后","deadlineBefore":"2016-06-30","deadline":"2016-09-30",
         "enteredBy":"county-office/01912d68","enteredAt":"2026-09-01T08:30:02+08:00"}""")
public record CampaignChange(
        @Schema(description = "此后的版本 Version after it", required = true, minimum = "2") long version,
        @Schema(description = "变更日期 Business day of the change", required = true) LocalDate on,
        @Schema(description = "理由 Reason", required = true) String reason,
        @Schema(description = "原标题 Title before") String titleBefore,
        @Schema(description = "新标题 Title after") String title,
        @Schema(description = "原期限 Deadline of a key task before") LocalDate deadlineBefore,
        @Schema(description = "新期限 Its deadline after") LocalDate deadline,
        @Schema(description = "原类别 Kind of an action before") ActionKind kindBefore,
        @Schema(description = "新类别 Its kind after") ActionKind kind,
        @Schema(description = "登记人 Client and subject who entered it", required = true) String enteredBy,
        @Schema(description = "登记时间 Instant of entry", required = true) Instant enteredAt) {}
