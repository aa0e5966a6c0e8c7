package io.zhixing.platform.list;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list, or the whole list as a stream when it is exported. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"items", "next", "total", "sums"})
@Schema(description = "一页 One page of a list")
public class Page<T> {

    private final List<T> items;
    private final String next;
    private final Long total;
    private final Map<String, Long> sums;
    @JsonIgnore
    private final RowStream<T> stream;

    private Page(List<T> items, String next, Long total, Map<String, Long> sums, RowStream<T> stream) {
        this.items = items;
        this.next = next;
        this.total = total;
        this.sums = sums;
        this.stream = stream;
    }

    /** The same page with more to say. */
    protected Page(Page<T> page) {
        this(page.items, page.next, page.total, page.sums, page.stream);
    }

    static <T> Page<T> of(List<T> items, String next, Long total, Map<String, Long> sums) {
        return new Page<>(List.copyOf(items), next, total, sums, null);
    }

    static <T> Page<T> stream(RowStream<T> stream) {
        return new Page<>(List.of(), null, null, null, stream);
    }

    @Schema(description = "本页各条 The rows of this page", required = true)
    public List<T> getItems() {
        return items;
    }

    @Schema(description = "下一页游标，末页没有 Cursor of the next page; absent on the last")
    public String getNext() {
        return next;
    }

    @Schema(description = "总数，count=true时给出 Number of all rows, with count=true", minimum = "0")
    public Long getTotal() {
        return total;
    }

    @Schema(description = "合计，count=true时给出 Sums of the measures over all rows, with count=true")
    public Map<String, Long> getSums() {
        return sums;
    }

    @JsonIgnore
    RowStream<T> stream() {
        return stream;
    }
}
