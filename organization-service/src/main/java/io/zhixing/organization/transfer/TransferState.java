package io.zhixing.organization.transfer;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "转移状态 State of a transfer")
public enum TransferState {
    @Label(zh = "草稿", en = "Draft")
    DRAFT,
    @Label(zh = "已提交", en = "Submitted")
    SUBMITTED,
    @Label(zh = "转出支部已同意", en = "Approved by the sender")
    SENDING_APPROVED,
    @Label(zh = "上级已同意", en = "Approved above")
    UPPER_APPROVED,
    @Label(zh = "已接收", en = "Received")
    RECEIVED,
    @Label(zh = "已退回", en = "Returned")
    RETURNED,
    @Label(zh = "不予接收", en = "Rejected")
    REJECTED,
    @Label(zh = "已撤回", en = "Withdrawn")
    WITHDRAWN,
    @Label(zh = "已过期", en = "Expired")
    EXPIRED
}
