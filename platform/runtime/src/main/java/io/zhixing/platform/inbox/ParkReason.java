package io.zhixing.platform.inbox;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ParkReason", description = "停放原因 Why an event waits: 缺口 GAP, a version before it has not come; 被拒 REFUSED, its effect failed; 无法读取 UNREADABLE, its payload is not what its type promises; 排队 BEHIND_PARKED, it is sound and waits for one of the same key")
enum ParkReason {
    @Label(zh = "缺口", en = "A version before it has not come")
    GAP,
    @Label(zh = "被拒", en = "Its effect failed")
    REFUSED,
    @Label(zh = "无法读取", en = "Its payload is not what its type promises")
    UNREADABLE,
    @Label(zh = "排队", en = "Waits behind another of its key")
    BEHIND_PARKED;

    /** Whether it may pass without anybody having mended something. */
    boolean heals() {
        return this == GAP || this == BEHIND_PARKED;
    }

    static String missing(long from, long to) {
        return from == to
                ? "缺少版本%1$d Version %1$d is missing".formatted(from)
                : "缺少版本%1$d至%2$d Versions %1$d to %2$d are missing".formatted(from, to);
    }
}
