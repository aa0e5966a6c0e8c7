package io.zhixing.acceptance.faults.oracle;

import io.zhixing.city.launch.Service;

/**
 * A consumer of one topic.
 *
 * @param consumer under which it keeps its inbox
 */
public record Reader(Service service, String consumer, Service publisher) {

    /** The group in which its offsets are committed. */
    public String group() {
        return service.prefix() + "-service";
    }

    @Override
    public String toString() {
        return service + " reading " + publisher;
    }
}
