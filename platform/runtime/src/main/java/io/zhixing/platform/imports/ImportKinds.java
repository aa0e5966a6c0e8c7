package io.zhixing.platform.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** What this service can import. */
@Singleton
class ImportKinds {

    private final Map<String, ImportKind<?>> byName = new TreeMap<>();

    ImportKinds(Instance<ImportKind<?>> kinds) {
        kinds.forEach(kind -> byName.put(kind.name(), kind));
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    Optional<ImportKind<?>> named(String name) {
        return Optional.ofNullable(name).map(byName::get);
    }
}
