package io.zhixing.project.payment;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DisbursementStage", description = "拨付阶段 Stage of a disbursement")
public enum OrderStage {
    @Label(zh = "预付", en = "Advance")
    ADVANCE,
    @Label(zh = "进度", en = "Progress")
    PROGRESS,
    @Label(zh = "结算", en = "Final")
    FINAL,
    @Label(zh = "质保金", en = "Retention")
    RETENTION,
    @Label(zh = "直达受益人", en = "Direct to beneficiaries")
    DIRECT_TO_BENEFICIARY;

    /** What is paid for works before retention money is: a share of the budget stays for that. */
    boolean isForWorks() {
        return this == ADVANCE || this == PROGRESS || this == FINAL;
    }
}
