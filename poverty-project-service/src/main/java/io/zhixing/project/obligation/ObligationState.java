package io.zhixing.project.obligation;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Follows from what was paid; nobody sets it. */
@Schema(description = "欠款状态 State of an obligation")
public enum ObligationState {
    @Label(zh = "未清偿", en = "Open")
    OPEN,
    @Label(zh = "部分清偿", en = "Partly settled")
    PARTLY_SETTLED,
    @Label(zh = "已销号", en = "Settled")
    SETTLED
}
