package io.zhixing.platform.inbox;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** The consumers of this service by name. */
@Singleton
class EventConsumers {

    private final Instance<EventConsumer> all;

    EventConsumers(Instance<EventConsumer> all) {
        this.all = all;
    }

    Optional<EventConsumer> named(String name) {
        return all.stream().filter(consumer -> consumer.name().equals(name)).findFirst();
    }

    List<String> channels() {
        return all.stream().map(EventConsumer::channel).distinct().toList();
    }

    List<String> names() {
        return all.stream().map(EventConsumer::name).sorted().toList();
    }
}
