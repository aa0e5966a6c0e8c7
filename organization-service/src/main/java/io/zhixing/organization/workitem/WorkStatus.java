package io.zhixing.organization.workitem;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WorkStatus", description = "待办情况 How it stands; derived from days when it is read, never stored")
public enum WorkStatus {
    @Label(zh = "即将到期", en = "Due")
    DUE,
    @Label(zh = "已逾期", en = "Overdue")
    OVERDUE,
    @Label(zh = "等待办理", en = "Waiting")
    WAITING
}
