package io.zhixing.platform.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file row by row; memory does not grow with rows. Blank lines are no rows. */
final class RowReader implements Iterator<RawRow>, AutoCloseable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final BufferedReader reader;
    private final CSVParser csv;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private RawRow next;
    private long row;
    private long line;

    private RowReader(BufferedReader reader, boolean isCsv) throws IOException {
        this.reader = reader;
        this.csv = isCsv ? CSVParser.parse(reader, FORMAT) : null;
        this.records = isCsv ? csv.iterator() : null;
        this.header = isCsv && records.hasNext() ? records.next().toList() : List.of();
    }

    static RowReader of(InputStream in, ImportFormat format) {
        try {
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return new RowReader(reader, format == ImportFormat.CSV);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The header of a CSV file; empty for NDJSON, whose lines name their fields. */
    List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = csv == null ? nextLine() : nextRecord();
        }
        return next != null;
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var found = next;
        next = null;
        return found;
    }

    private RawRow nextRecord() {
        if (!records.hasNext()) {
            return null;
        }
        var record = records.next();
        // The parser tells the line on which a record ends; line breaks inside quotes lie between.
        var cells = record.toList();
        long inside = 0;
        for (var cell : cells) {
            for (int at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) {
                inside++;
            }
        }
        return new RawRow(++row, csv.getCurrentLineNumber() - inside, cells, null);
    }

    private RawRow nextLine() {
        try {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    return new RawRow(++row, line, null, text);
                }
            }
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
