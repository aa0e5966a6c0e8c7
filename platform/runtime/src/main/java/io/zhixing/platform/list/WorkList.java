package io.zhixing.platform.list;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of what is due, overdue or waiting. That there is nothing is an answer too, and holds for a day (api.md G6): an
 * empty list without a day could as well be a list that failed.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"asOf", "nothingOutstanding", "items", "next", "total", "sums"})
@Schema(description = "待办清单 A page of what is outstanding")
public class WorkList<T> extends Page<T> {

    private final LocalDate asOf;
    private final boolean nothingOutstanding;

    private WorkList(Page<T> page, LocalDate asOf, boolean nothingOutstanding) {
        super(page);
        this.asOf = asOf;
        this.nothingOutstanding = nothingOutstanding;
    }

    /** @param asOf the day by which dates were judged */
    public static <T> WorkList<T> of(Page<T> page, Query asked, LocalDate asOf) {
        return new WorkList<>(page, asOf, asked.cursor() == null && page.getItems().isEmpty());
    }

    @Schema(description = "截至日 Day by which what is due and overdue was judged, Asia/Shanghai", required = true, examples = "2016-12-31")
    public LocalDate getAsOf() {
        return asOf;
    }

    @Schema(description = "没有待办 true: of what was asked for, nothing was outstanding on that day", required = true, examples = "false")
    public boolean isNothingOutstanding() {
        return nothingOutstanding;
    }
}
