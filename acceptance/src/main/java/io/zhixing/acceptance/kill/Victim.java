package io.zhixing.acceptance.kill;

import java.util.List;
import java.util.Locale;

import io.zhixing.city.launch.Outages;
import io.zhixing.city.launch.Service;

/** Who is killed, and the stages in which there is something to lose. */
public enum Victim {
    ORGANIZATION(Service.ORGANIZATION, Stage.MEMBERS),
    SESSION(Service.SESSION, Stage.SESSIONS),
    EVALUATION(Service.EVALUATION, Stage.ROUNDS),
    POVERTY_PROJECT(Service.POVERTY_PROJECT, Stage.PROJECTS),
    KAFKA(null, Stage.values()) {

        @Override
        void kill(Outages outages) {
            outages.killKafka();
        }

        @Override
        void restart(Outages outages) {
            outages.restartKafka();
        }
    },
    POSTGRESQL(null, Stage.values()) {

        @Override
        void kill(Outages outages) {
            outages.killPostgres();
        }

        @Override
        void restart(Outages outages) {
            outages.restartPostgres();
        }
    };

    private final Service service;
    private final List<Stage> stages;

    /** @param service null for what is none */
    Victim(Service service, Stage... stages) {
        this.service = service;
        this.stages = List.of(stages);
    }

    /** As the command names it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Victim of(String label) {
        return List.of(values()).stream().filter(one -> one.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no victim " + label + ", see --help"));
    }

    List<Stage> stages() {
        return stages;
    }

    void kill(Outages outages) {
        outages.kill(service);
    }

    void restart(Outages outages) {
        outages.restart(service);
    }
}
