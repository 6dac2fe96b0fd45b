/** Ends every run with one line that says how many tests there were, in a form scripts can read. */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    // A file that cannot even be loaded has no failed test, yet the run has failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`);
  }
};
