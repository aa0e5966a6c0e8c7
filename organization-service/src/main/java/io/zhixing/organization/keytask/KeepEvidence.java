package io.zhixing.organization.keytask;

import jakarta.enterprise.context.RequestScoped;

import io.zhixing.organization.campaign.Campaigns;
import io.zhixing.organization.structure.PartyOrganization;

/** Counts what shows that a task is done, on the day of the report, and keeps it with the report: later changes leave it alone. */
@RequestScoped
class KeepEvidence {

    private final EvidenceCounts counts;
    private final Campaigns campaigns;
    private final Progresses progresses;

    KeepEvidence(EvidenceCounts counts, Campaigns campaigns, Progresses progresses) {
        this.counts = counts;
        this.campaigns = campaigns;
        this.progresses = progresses;
    }

    /** Null when nothing is counted. Needs the progress flushed. */
    EvidenceCounts.Counted of(KeyTask task, KeyTaskProgress progress, PartyOrganization organization,
            ProgressMove move) {
        var counted = counts.of(new EvidenceCounts.Asked(task.evidence(), campaigns.findById(task.campaignId()),
                organization.path(), move.on()));
        progresses.keep(progress, counted, move.on(), move.statement());
        return counted;
    }
}
