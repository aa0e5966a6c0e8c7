package io.zhixing.organization.keytask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.campaign.Campaign;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.platform.bulk.Batch;
import io.zhixing.platform.outbox.Outbox;
import io.zhixing.platform.sql.Sql;
import io.zhixing.platform.transition.StepHistory;

/**
 * Reports of organizations that had not begun, as files bring them: rows, evidence, steps and events of many by one statement
 * each. What stands afterwards is what a call for each step leaves.
 */
@RequestScoped
class FirstReports {

    private final EvidenceCounts counts;
    private final StepHistory history;
    private final Outbox outbox;
    private final Sql database;

    FirstReports(EvidenceCounts counts, StepHistory history, Outbox outbox, Sql database) {
        this.counts = counts;
        this.history = history;
        this.outbox = outbox;
        this.database = database;
    }

    /** @param started what the first step is told by; the progress has reported since */
    private record Made(KeyTask task, Campaign campaign, PartyOrganization organization, KeyTaskProgress progress,
            KeyTaskProgress.Changed started, MoveProgress.Judged judged) {}

    /** Those of one chunk of a file. */
    final class Chunk {

        private final List<Made> all = new ArrayList<>();

        KeyTaskProgress add(KeyTask task, Campaign campaign, PartyOrganization organization,
                MoveProgress.Judged judged) {
            var progress = new KeyTaskProgress(task, organization, judged.before().on());
            var started = progress.changed(task, null);
            progress.reportAtOnce(judged.report().on());
            all.add(new Made(task, campaign, organization, progress, started, judged));
            return progress;
        }

        void write() {
            if (!all.isEmpty()) {
                FirstReports.this.write(all);
            }
        }
    }

    Chunk chunk() {
        return new Chunk();
    }

    private void write(List<Made> all) {
        var counted = counts.ofEach(all.stream().map(made -> new EvidenceCounts.Asked(made.task().evidence(),
                made.campaign(), made.organization().path(), made.judged().report().on())).toList());
        insert(all, counted);
        var steps = new ArrayList<StepHistory.Entry>();
        var events = new ArrayList<KeyTaskProgress.Changed>();
        var paths = new HashMap<UUID, String>();
        for (int i = 0; i < all.size(); i++) {
            var made = all.get(i);
            var path = made.organization().path();
            var id = made.progress().id();
            steps.add(new StepHistory.Entry(id, made.started().version(), path, made.judged().first(),
                    made.judged().before().on(), null));
            steps.add(new StepHistory.Entry(id, made.progress().version(), path, made.judged().step(),
                    made.judged().report().on(), null));
            events.add(made.started());
            events.add(made.progress().changed(made.task(), counted.get(i)));
            paths.put(id, path);
        }
        history.addAll(KeyTaskProgress.RESOURCE, steps);
        outbox.appendAll(events, event -> paths.get(event.progressId()));
    }

    private void insert(List<Made> all, List<EvidenceCounts.Counted> counted) {
        KeyTaskProgress.columns(Batch.of(all), Made::progress).update(database,
                """
                    insert into key_task_progress (id, task_id, organization_id, organization_path, state, reported_version, stepped_on, version)
                    select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::date[], ?::bigint[])""");
        Batch.of(IntStream.range(0, all.size()).boxed().toList())
                .column("uuid", i -> all.get(i).progress().id())
                .column("bigint", i -> all.get(i).progress().version())
                .column("bigint", i -> counted.get(i) == null ? null : counted.get(i).numerator())
                .column("bigint", i -> counted.get(i) == null ? null : counted.get(i).denominator())
                .column("date", i -> all.get(i).judged().report().on())
                .column("text", i -> all.get(i).judged().report().statement()).update(database,
                        """
                            insert into key_task_evidence (progress_id, version, numerator, denominator, as_of, statement)
                            select * from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::date[], ?::text[])""");
    }
}
