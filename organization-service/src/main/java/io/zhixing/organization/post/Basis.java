package io.zhixing.organization.post;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "任职依据 Basis of a post")
public enum Basis {
    @Label(zh = "选举", en = "Elected")
    ELECTED,
    @Label(zh = "任命", en = "Appointed")
    APPOINTED,
    @Label(zh = "补选", en = "By-election")
    BY_ELECTION
}
