package io.zhixing.organization.register;

import jakarta.inject.Singleton;

import io.zhixing.platform.figures.KeptCounters;

/** The counts of the register and of its key tasks, with what is not folded yet; they differ by group. */
@Singleton
class RegisterCounters implements KeptCounters {

    @Override
    public String name() {
        return "register";
    }

    @Override
    public String differences() {
        return "select register_differences() + key_task_differences()";
    }
}
