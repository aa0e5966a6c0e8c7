package io.zhixing.platform.feed;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the feed. */
@Schema(description = "一页变更 A page of changes in the order of their commit", examples = """
        {"items":[{"type":"member","id":"01912d68-783e-7a0f-8000-0f54b3b0a4d4","op":"TOMBSTONE","version":3,"reason":"LEFT_SCOPE",
         "changedAt":"2026-09-01T08:30:02+08:00"}],"next":"Zm9sbG93LW1l","hasMore":false}""")
public record Changes(
        @Schema(description = "各项变更，同一资源只留最新 Changes, of each resource the newest alone", required = true) List<Change> items,
        @Schema(description = "下次请求的since The since of the next call", required = true) String next,
        @Schema(description = "是否还有 Whether more is there already", required = true) boolean hasMore) {}
