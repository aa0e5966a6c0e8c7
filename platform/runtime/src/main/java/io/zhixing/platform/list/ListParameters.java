package io.zhixing.platform.list;

import java.util.Optional;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What every list takes. Texts on purpose: given a parameter of type int, the framework answers 404 to a text that is
 * no number; {@link Query} answers 400 and names it.
 */
public class ListParameters {

    static final MediaType CSV = new MediaType("text", "csv");
    static final MediaType NDJSON = new MediaType("application", "x-ndjson");

    @RestQuery
    @Parameter(description = "每页条数，1至200，不填为50 Rows a page, 1 to 200; 50 when absent")
    String limit;

    @RestQuery
    @Parameter(description = "游标：上一页回答中next的值，原样填入 The next value of the page before, unchanged")
    String cursor;

    @RestQuery
    @Parameter(description = "排序项，前面加-为倒序 Name of an order, with - in front for descending")
    String sort;

    @RestQuery
    @Parameter(description = "填true给出总数和合计 true: the answer carries total and the sums of measures")
    String count;

    @RestQuery
    @Parameter(description = "导出CSV时填true加字节序标记，供电子表格软件识别 true: byte-order mark for spreadsheet programs")
    String bom;

    @RestQuery
    @Parameter(description = "导出CSV时的表头语言，zh或en，不填为en zh or en; en when absent")
    String header;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    /** Starts the query of a list from these parameters and the caller's filters. */
    public Query query() {
        return new Query(this);
    }

    /** The export format that the caller prefers over JSON, when he does. */
    Optional<MediaType> export() {
        for (var accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return Optional.empty();
            }
            if (accepted.isCompatible(CSV)) {
                return Optional.of(CSV);
            }
            if (accepted.isCompatible(NDJSON)) {
                return Optional.of(NDJSON);
            }
        }
        return Optional.empty();
    }
}
