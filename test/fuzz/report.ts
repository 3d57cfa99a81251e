import fc from 'fast-check';

// Where it is told as the cause, or by its stack, the runner or Firefox leaves out what was wrong.
fc.configureGlobal({
  reporter: run => {
    if (run.failed)
      throw new Error(`${String(run.errorInstance)}\n${fc.defaultReportMessage(run)}`);
  },
});
