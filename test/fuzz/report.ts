import fc from 'fast-check';

// Each property says itself how often it is tried: all of them take about ten seconds in the slowest engine.
fc.configureGlobal({
  // Where it is told as the cause, or by its stack, the runner or Firefox leaves out what was wrong.
  reporter: run => {
    if (run.failed)
      throw new Error(`${String(run.errorInstance)}\n${fc.defaultReportMessage(run)}`);
  },
});
