/** Prints the sum of the test runner's reports in the folder named, as the closing line of a CI run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '';
let passed = 0;
let failed = 0;
for (const name of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  passed += report.numPassedTests;
  // A file that cannot even be loaded has failed without a failed test in it.
  failed += report.success ? 0 : Math.max(1, report.numFailedTests);
}
console.log(`${passed} passed, ${failed} failed`);
