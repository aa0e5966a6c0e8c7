package io.zhixing.organization.screening;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "排查表状态 State of a branch's sheet")
public enum SheetState {
    @Label(zh = "排查中", en = "Open")
    OPEN,
    @Label(zh = "支部已自查", en = "Checked by the branch")
    SELF_CHECKED,
    @Label(zh = "党委已审核", en = "Reviewed above")
    REVIEWED
}
