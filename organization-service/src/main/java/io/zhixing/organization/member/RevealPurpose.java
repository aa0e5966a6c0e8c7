package io.zhixing.organization.member;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an ID number is shown in full for; the audit trail keeps it. */
@Schema(description = "用途 What it is needed for")
public enum RevealPurpose {
    @Label(zh = "核对身份", en = "To check an identity")
    IDENTITY_CHECK,
    @Label(zh = "更正档案", en = "To correct a record")
    RECORD_CORRECTION,
    @Label(zh = "转接组织关系", en = "To transfer a membership")
    MEMBERSHIP_TRANSFER,
    @Label(zh = "依法协查", en = "A request made by law")
    LEGAL_REQUEST
}
