package io.zhixing.organization.keytask;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.zhixing.organization.campaign.Campaign;
import io.zhixing.organization.campaign.Campaigns;
import io.zhixing.organization.structure.Organizations;
import io.zhixing.organization.structure.PartyOrganization;
import io.zhixing.platform.imports.ImportKind;
import io.zhixing.platform.imports.ImportRun;
import io.zhixing.platform.imports.RowOutcome;
import io.zhixing.platform.problem.Faults;
import io.zhixing.platform.problem.Place;
import io.zhixing.platform.problem.PlatformProblems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Reports of key tasks from files. A row brings the progress of one organization with one task to its report, by the same steps
 * as single calls: it starts what was not started and resumes what was returned, which corrects the report before.
 */
@RequestScoped
public class ProgressImport implements ImportKind<ProgressImport.ReportRow> {

    public record ReportRow(
            @Schema(description = "活动代码 Code of the campaign") @NotBlank @Size(max = 60) String campaignCode,
            @Schema(description = "任务序号 Number of the key task in the campaign") @NotNull @Min(1) @Max(100) Integer taskNumber,
            @Schema(description = "组织编码 Code of the organization that reports") @NotBlank @Size(max = 40) String organizationCode,
            @Schema(description = "启动日期 Day on which it began, where it had not; that of the report when empty") LocalDate startedOn,
            @Schema(description = "上报日期 Day of the report, not after today") @NotNull LocalDate reportedOn,
            @Schema(description = "完成情况说明 What was done; needed where the evidence is stated in words") @Size(max = 2000) String statement) {

        ProgressMove move() {
            return new ProgressMove("report", reportedOn, null, statement);
        }
    }

    private final MoveProgress moveProgress;
    private final FirstReports firstReports;
    private final Progresses progresses;
    private final KeyTasks tasks;
    private final Campaigns campaigns;
    private final Organizations organizations;

    ProgressImport(MoveProgress moveProgress, FirstReports firstReports, Progresses progresses, KeyTasks tasks,
            Campaigns campaigns, Organizations organizations) {
        this.moveProgress = moveProgress;
        this.firstReports = firstReports;
        this.progresses = progresses;
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.organizations = organizations;
    }

    @Override
    public String name() {
        return "key-task-reports";
    }

    @Override
    public Class<ReportRow> row() {
        return ReportRow.class;
    }

    @Override
    public Map<String, String> ignoredColumns() {
        return Map.of("organizationName", "组织名称", "taskTitle", "任务标题");
    }

    @Override
    public ImportRun<ReportRow> begin() {
        return ImportRun.byChunks(row -> row.campaignCode() + "/" + row.taskNumber() + "/" + row.organizationCode(),
                Chunk::new);
    }

    private record Numbered(UUID campaign, int number) {}

    private record OfTask(UUID task, UUID organization) {}

    /** What the rows of a chunk name. The organizations stay locked, as for a single step. */
    private final class Chunk implements ImportRun.Chunk<ReportRow> {

        private final Map<String, Campaign> coded;
        private final Map<Numbered, KeyTask> numbered = new HashMap<>();
        private final Map<String, PartyOrganization> reporting = new HashMap<>();
        private final Map<OfTask, KeyTaskProgress> begun = new HashMap<>();
        private final Map<UUID, Progresses.Report> reported;
        private final Map<KeyTasks.Asked, Long> unconfirmed;
        private final FirstReports.Chunk first = firstReports.chunk();

        Chunk(List<ReportRow> rows) {
            coded = campaigns.coded(rows.stream().map(ReportRow::campaignCode).toList());
            tasks.ofCampaigns(coded.values().stream().map(Campaign::id).toList())
                    .forEach(task -> numbered.put(new Numbered(task.campaignId(), task.number()), task));
            organizations.lockedCoded(rows.stream().map(ReportRow::organizationCode).toList())
                    .forEach(organization -> reporting.put(organization.code(), organization));
            progresses.of(numbered.values().stream().map(KeyTask::id).toList(),
                    reporting.values().stream().map(PartyOrganization::id).toList())
                    .forEach(one -> begun.put(new OfTask(one.taskId(), one.organizationId()), one));
            reported = progresses.reports(begun.values().stream().map(KeyTaskProgress::id).toList());
            unconfirmed = tasks.unconfirmedBelow(rows.stream().map(this::asked).filter(Objects::nonNull).toList());
        }

        private KeyTask task(ReportRow row) {
            var campaign = coded.get(row.campaignCode());
            return campaign == null ? null : numbered.get(new Numbered(campaign.id(), row.taskNumber()));
        }

        private KeyTasks.Asked asked(ReportRow row) {
            var task = task(row);
            var organization = reporting.get(row.organizationCode());
            return task == null || organization == null
                    ? null
                    : new KeyTasks.Asked(task.id(), organization.id(), row.reportedOn());
        }

        @Override
        public RowOutcome outcome(ReportRow row) {
            var campaign = coded.get(row.campaignCode());
            var task = task(row);
            var organization = reporting.get(row.organizationCode());
            new Faults()
                    .addIf(campaign == null,
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/campaignCode"), row.campaignCode()))
                    .addIf(campaign != null && task == null,
                            PlatformProblems.REFERENCE_UNKNOWN.at(Place.pointer("/taskNumber"), row.taskNumber()))
                    .addIf(organization == null, PlatformProblems.REFERENCE_UNKNOWN
                            .at(Place.pointer("/organizationCode"), row.organizationCode()))
                    .refuse();
            var known = begun.get(new OfTask(task.id(), organization.id()));
            if (known != null && says(row, known)) {
                return RowOutcome.unchanged(known.id(), known.version());
            }
            var judged = moveProgress.judge(task, organization, known, row.startedOn(), row.move(),
                    unconfirmed.getOrDefault(asked(row), 0L));
            if (known == null) {
                var progress = first.add(task, campaign, organization, judged);
                return RowOutcome.created(progress.id(), progress.version());
            }
            var progress = moveProgress.take(task, organization, known, judged);
            return RowOutcome.updated(progress.id(), progress.version());
        }

        @Override
        public void write() {
            first.write();
        }

        /** Whether that very report was made and not returned. */
        private boolean says(ReportRow row, KeyTaskProgress known) {
            var report = reported.get(known.id());
            return report != null && known.isReported() && report.on().equals(row.reportedOn())
                    && (row.statement() == null || row.statement().equals(report.statement()));
        }
    }
}
