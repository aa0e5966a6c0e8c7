package io.zhixing.organization.election;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "选举种类 Kind of an election")
public enum ElectionKind {
    @Label(zh = "按期换届", en = "At the end of the term")
    REGULAR,
    @Label(zh = "提前换届", en = "Early")
    EARLY,
    @Label(zh = "补选", en = "By-election")
    BY_ELECTION;

    boolean beginsTerm() {
        return this != BY_ELECTION;
    }
}
