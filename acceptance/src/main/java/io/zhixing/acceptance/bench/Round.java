package io.zhixing.acceptance.bench;

/** One round of one side: calls that succeeded, how long it took, and the processor time of both processes. */
record Round(long calls, double seconds, CpuTime cpu) {

    double perSecond() {
        return calls / seconds;
    }

    double serviceMicros() {
        return (double) cpu.service() / calls;
    }

    double postgresMicros() {
        return (double) cpu.postgres() / calls;
    }

    /** A round of the service and the round of the reference right after it. */
    record Pair(Round service, Round reference) {

        double ratio() {
            return service.perSecond() / reference.perSecond();
        }
    }
}
