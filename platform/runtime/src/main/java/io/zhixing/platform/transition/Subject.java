package io.zhixing.platform.transition;

import java.time.LocalDate;

/**
 * What a step is asked of.
 *
 * @param path path key of the organization under which roles are looked for
 * @param since business day of the step before; the next one is not earlier
 * @param facts what the guards judge
 */
public record Subject<S extends Enum<S>, F>(S state, long version, String path, LocalDate since, F facts) {}
