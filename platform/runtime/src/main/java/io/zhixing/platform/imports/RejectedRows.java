package io.zhixing.platform.imports;

import java.util.UUID;

/** The rows of a file that were rejected; {@link RejectedRowsWriter} writes them. */
record RejectedRows(UUID job, ImportFormat format) {}
