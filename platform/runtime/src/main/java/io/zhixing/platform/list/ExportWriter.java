package io.zhixing.platform.list;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import io.zhixing.platform.http.BrokenAnswer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jboss.logging.Logger;

/**
 * Writes a whole list as CSV or NDJSON while it is read. A failure breaks the connection off: an
 * exception would end the answer politely, and half a list would look like a whole one.
 */
@Provider
@Produces({"text/csv", "application/x-ndjson"})
public class ExportWriter implements MessageBodyWriter<Page<?>> {

    private static final Logger LOG = Logger.getLogger(ExportWriter.class);

    private final ObjectMapper json;
    private final RoutingContext call;

    ExportWriter(ObjectMapper json, RoutingContext call) {
        this.json = json;
        this.call = call;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(Page<?> page, Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        boolean csv = mediaType.isCompatible(ListParameters.CSV);
        headers.putSingle("Content-Type",
                csv ? "text/csv;charset=UTF-8;header=present" : "application/x-ndjson;charset=UTF-8");
        page.stream().changesCursor().ifPresent(cursor -> headers.putSingle("Changes-Cursor", cursor));
        page.stream().asOf().ifPresent(day -> headers.putSingle("As-Of", day.toString()));
        try {
            if (csv) {
                writeCsv(page.stream(), out);
            } else {
                writeLines(page.stream(), out);
            }
            out.flush();
        } catch (IOException | RuntimeException failure) {
            LOG.errorf(failure, "Export broken off");
            BrokenAnswer.breakOff(call);
        }
    }

    private <T> void writeLines(RowStream<T> rows, OutputStream out) throws IOException {
        rows.rows().forEach(row -> {
            out.write(json.writeValueAsBytes(row));
            out.write('\n');
        });
    }

    private <T> void writeCsv(RowStream<T> rows, OutputStream out) throws IOException {
        var columns = CsvColumns.of(rows.view());
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (rows.byteOrderMark()) {
            writer.write('\uFEFF');
        }
        var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(columns.header(rows.chineseHeader()));
        rows.rows().forEach(row -> printer.printRecord(columns.cells(json.valueToTree(row))));
        printer.flush();
    }
}
