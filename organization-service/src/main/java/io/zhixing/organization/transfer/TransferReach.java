package io.zhixing.organization.transfer;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "转移范围 How far a transfer goes")
public enum TransferReach {
    @Label(zh = "同一党委内", en = "Within one committee")
    SAME_COMMITTEE,
    @Label(zh = "省内", en = "Within the province")
    WITHIN_PROVINCE,
    @Label(zh = "跨省", en = "Nationwide")
    NATIONWIDE
}
