package io.zhixing.organization.standing;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "限期改正情况 What became of a correction period")
public enum CorrectionState {
    @Label(zh = "改正中", en = "Open")
    OPEN,
    @Label(zh = "已改正", en = "Corrected")
    CORRECTED,
    @Label(zh = "劝退", en = "Persuaded to leave")
    PERSUADED_TO_LEAVE,
    @Label(zh = "除名", en = "Removed")
    REMOVED
}
