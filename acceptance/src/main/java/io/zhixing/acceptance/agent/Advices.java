package io.zhixing.acceptance.agent;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** What is copied into the methods of a service, one class for each defect; all but a call stays in {@link Defects}. */
final class Advices {

    private Advices() {}

    static final class EverythingIsNew {

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static Object enter(@Advice.AllArguments Object[] arguments) {
            return Defects.allOf(arguments);
        }

        @Advice.OnMethodExit
        static void exit(@Advice.Enter Object events,
                @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object returned) {
            returned = events;
        }
    }

    static final class OnlyAboveLast {

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) List<?> returned) {
            returned = Defects.aboveLast(returned);
        }
    }

    static final class NoAcknowledgement {

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Map<String, Object> returned) {
            returned = Defects.withoutAcknowledgement(returned);
        }
    }

    static final class AnyVersion {

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) String sql) {
            sql = Defects.withoutVersionGuard(sql);
        }
    }

    static final class AnyOwner {

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(value = 0, readOnly = false) String sql) {
            sql = Defects.withoutFence(sql);
        }
    }

    static final class EffectLater {

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(@Advice.This Object pipeline, @Advice.Origin Method method,
                @Advice.AllArguments Object[] arguments) {
            return Defects.postponed(pipeline, method, arguments);
        }
    }

    static final class CommitOnReturn {

        @Advice.OnMethodExit
        static void exit() {
            Defects.commitAndBegin();
        }
    }

    static final class CommitLater {

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter() {
            return Defects.commitsLater();
        }
    }
}
