package io.zhixing.session.study;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** State of a session. */
@Schema(description = "活动状态 State of a session")
public enum SessionState {
    @Label(zh = "已登记", en = "Recorded")
    RECORDED,
    @Label(zh = "已作废", en = "Voided")
    VOIDED
}
