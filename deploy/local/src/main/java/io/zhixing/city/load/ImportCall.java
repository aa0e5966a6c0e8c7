package io.zhixing.city.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixing.city.CityFailure;
import io.zhixing.city.Terminal;

/** Imports rows by files of a size that one request takes, and follows each job to its end. */
final class ImportCall {

    private static final int PAUSE_MILLIS = 200;
    /** While a service works one file off, the next lies ready in its queue: it takes them in their order. */
    private static final int FILES_UNDER_WAY = 2;

    private final Api api;
    private final String service;
    private final String kind;
    private final String mediaType;
    private final int rowsPerFile;

    /** @param mediaType {@code text/csv}, where the first row is the header, or {@code application/x-ndjson} */
    ImportCall(Api api, String service, String kind, String mediaType, int rowsPerFile) {
        this.api = api;
        this.service = service;
        this.kind = kind;
        this.mediaType = mediaType;
        this.rowsPerFile = rowsPerFile;
    }

    /** Writes the row at a place. */
    interface RowWriter {

        void write(int place, StringBuilder file);
    }

    /**
     * The results of all rows in their order. A row that was refused ends the load, unless {@code again} says that the
     * same row may be taken later: its file is then sent once more, and what was taken before is unchanged.
     *
     * @param header first line of each file; empty where lines name their fields
     */
    List<JsonNode> load(int rows, String header, RowWriter writer, String key, Terminal.Bar bar, Again again) {
        var results = new ArrayList<JsonNode>();
        load(rows, header, writer, key, bar, again, results::addAll);
        return results;
    }

    /** The same, file by file, for so many rows that nobody wants to hold all their results. */
    void load(int rows, String header, RowWriter writer, String key, Terminal.Bar bar, Again again,
            Consumer<List<JsonNode>> results) {
        var files = Executors.newFixedThreadPool(FILES_UNDER_WAY, Crew::daemon);
        try {
            var underWay = new ArrayDeque<Future<List<JsonNode>>>();
            for (int first = 0; first < rows; first += rowsPerFile) {
                if (underWay.size() == FILES_UNDER_WAY) {
                    results.accept(Crew.await(underWay.remove()));
                }
                var file = new StringBuilder(header);
                for (int place = first; place < Math.min(rows, first + rowsPerFile); place++) {
                    writer.write(place, file);
                }
                var fileKey = key + "-" + first;
                underWay.add(files.submit(() -> one(file.toString(), fileKey, bar, again)));
            }
            while (!underWay.isEmpty()) {
                results.accept(Crew.await(underWay.remove()));
            }
        } finally {
            files.shutdownNow();
        }
    }

    /** Whether a refused row may be taken when it is sent again a moment later. */
    interface Again {

        Again NEVER = result -> false;

        boolean mayPass(JsonNode result);
    }

    private List<JsonNode> one(String file, String key, Terminal.Bar bar, Again again) {
        int shown = 0;
        for (int attempt = 0;; attempt++) {
            var job = api.upload("/" + service + "/v1/imports?kind=" + kind + "&mode=partial&dryRun=false", mediaType,
                    file, key + "-" + attempt);
            var ended = awaitEnd("/" + service + "/v1/imports/" + job.body().path("id").asText(), bar, shown);
            shown = ended.path("rowsRead").asInt();
            var results = api.lines("/" + service + "/v1/imports/" + job.body().path("id").asText() + "/results");
            var refused = results.stream().filter(one -> one.path("outcome").asText().equals("REJECTED")).toList();
            if (refused.isEmpty()) {
                return results;
            }
            if (!refused.stream().allMatch(again::mayPass) || attempt == 100) {
                throw new CityFailure("导入被拒绝：" + kind + " " + refused.get(0), "The import was refused");
            }
            pause();
        }
    }

    private JsonNode awaitEnd(String job, Terminal.Bar bar, int alreadyShown) {
        int shown = alreadyShown;
        while (true) {
            var state = api.get(job).body();
            for (; shown < state.path("rowsRead").asInt(); shown++) {
                bar.step();
            }
            switch (state.path("state").asText()) {
                case "COMPLETED" :
                    return state;
                case "QUEUED", "RUNNING" :
                    pause();
                    break;
                default :
                    throw new CityFailure("导入未完成：" + state, "The import did not complete");
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CityFailure("载入已中断", "The load was interrupted");
        }
    }

    /** Ids by business key, as far as the results name them. */
    static Map<String, String> ids(List<JsonNode> results) {
        var ids = new HashMap<String, String>();
        results.forEach(one -> ids.put(one.path("key").asText(), one.path("resourceId").asText()));
        return ids;
    }
}
