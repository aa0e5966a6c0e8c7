package io.zhixing.platform.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import io.zhixing.platform.http.BrokenAnswer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jboss.logging.Logger;

/**
 * Writes the rejected rows of a file as they were uploaded, each with what is wrong with it, ready to be corrected and sent
 * again. A failure breaks the connection off, as that of an export does: some of the rows would look like all of them.
 */
@Provider
@Produces({"text/csv", "application/x-ndjson"})
public class RejectedRowsWriter implements MessageBodyWriter<RejectedRows> {

    private static final Logger LOG = Logger.getLogger(RejectedRowsWriter.class);

    private final ImportResults results;
    private final UploadStore uploads;
    private final ObjectMapper json;
    private final RoutingContext call;

    RejectedRowsWriter(ImportResults results, UploadStore uploads, ObjectMapper json, RoutingContext call) {
        this.call = call;
        this.results = results;
        this.uploads = uploads;
        this.json = json;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == RejectedRows.class;
    }

    /** In the format of the upload, whatever was asked for: the rows are given back as they came. */
    @Override
    public void writeTo(RejectedRows rows, Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
        headers.putSingle("Content-Type", rows.format().mediaType() + ";charset=UTF-8");
        try {
            write(rows.job(), rows.format(), out);
            out.flush();
        } catch (IOException | RuntimeException failure) {
            LOG.errorf(failure, "Rejected rows of import %s broken off", rows.job());
            BrokenAnswer.breakOff(call);
        }
    }

    private void write(UUID job, ImportFormat format, OutputStream out) throws IOException {
        var rejected = new Rejections(results, job);
        try (var rows = RowReader.of(uploads.open(job), format)) {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (format == ImportFormat.CSV) {
                var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
                printer.printRecord(with(rows.header(), ImportColumns.CODES, ImportColumns.DETAILS));
                while (rows.hasNext()) {
                    var row = rows.next();
                    var errors = rejected.of(row.row());
                    if (errors != null) {
                        printer.printRecord(with(row.cells(), codes(errors), details(errors)));
                    }
                }
                printer.flush();
            } else {
                while (rows.hasNext()) {
                    var row = rows.next();
                    var errors = rejected.of(row.row());
                    if (errors != null) {
                        writer.write(line(row.text(), errors) + "\n");
                    }
                }
                writer.flush();
            }
        }
    }

    /** A line that is no JSON object goes back as it is: there is nowhere to write beside it. */
    private String line(String text, List<ImportResult.RowError> errors) {
        try {
            if (json.readTree(text) instanceof ObjectNode row) {
                return row.put(ImportColumns.CODES, codes(errors)).put(ImportColumns.DETAILS, details(errors))
                        .toString();
            }
            return text;
        } catch (IOException broken) {
            return text;
        }
    }

    private static List<String> with(List<String> cells, String codes, String details) {
        var all = new ArrayList<>(cells);
        all.add(codes);
        all.add(details);
        return all;
    }

    private static String codes(List<ImportResult.RowError> errors) {
        return errors.stream().map(ImportResult.RowError::code).collect(Collectors.joining(";"));
    }

    private static String details(List<ImportResult.RowError> errors) {
        return errors.stream()
                .map(error -> (error.column() == null ? "" : error.column() + ": ") + error.detailZh())
                .collect(Collectors.joining(";"));
    }
}
