package io.zhixing.organization.workitem;

import java.util.List;

/**
 * What of one feature is due, overdue or waiting. A bean of the feature's own package; the list finds it by this type, so
 * that a new kind is a constant of {@link WorkKind}, a select, and nothing else.
 */
public interface WorkSource {

    /** One for each kind, or two where one kind has two places at which it waits. */
    List<Work> works();
}
