package io.zhixing.project.payment;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The database knows REOPENED too: between the second person's approval and the posting, within one transaction that nobody sees into. */
@Schema(name = "UnallocatedReturnState", description = "关账后退回状态 State of a return after close")
public enum ReturnState {
    @Label(zh = "待处理", en = "Received")
    RECEIVED,
    @Label(zh = "已申请重开", en = "Reopening requested")
    REOPEN_REQUESTED,
    @Label(zh = "已入账", en = "Posted")
    POSTED
}
