package io.zhixing.organization.dues;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "收讫种类 Kind of a receipt")
public enum ReceiptKind {
    @Label(zh = "收讫", en = "Receipt")
    RECEIPT,
    @Label(zh = "更正", en = "Correction")
    CORRECTION
}
