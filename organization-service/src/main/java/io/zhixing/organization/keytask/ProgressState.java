package io.zhixing.organization.keytask;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "KeyTaskProgressState", description = "任务进度状态 State of an organization's progress")
public enum ProgressState {
    /** No row: nobody took a step yet. */
    @Label(zh = "未启动", en = "Not started")
    NOT_STARTED,
    @Label(zh = "进行中", en = "In progress")
    IN_PROGRESS,
    @Label(zh = "已上报", en = "Reported")
    REPORTED,
    @Label(zh = "已确认", en = "Confirmed")
    CONFIRMED,
    @Label(zh = "已退回", en = "Returned")
    RETURNED
}
