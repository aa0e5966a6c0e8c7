package io.zhixing.organization.post;

import io.zhixing.platform.contract.Label;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "任职状态 Whether a post is held")
public enum PostState {
    @Label(zh = "在任", en = "Held")
    HELD,
    @Label(zh = "离任", en = "Left")
    LEFT
}
