/** Names what failed in the test runner's reports of the folder given, and prints their sum as the closing line of a CI run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Of a failure: what it was, and where. The whole of it stands where the test ran. */
const LINES = 6;

const folder = process.argv[2] ?? '';
let passed = 0;
let failed = 0;
for (const name of readdirSync(folder)) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  passed += report.numPassedTests;
  // A file that cannot even be loaded has failed without a failed test in it.
  failed += report.success ? 0 : Math.max(1, report.numFailedTests);
  for (const file of (report.testResults ?? []).filter(({ status }) => status === 'failed')) {
    console.log(`\nFAILED ${relative('', file.name)} ${file.message.split('\n').slice(0, LINES).join('\n')}`);
    for (const test of file.assertionResults.filter(({ status }) => status === 'failed'))
      console.log([test.fullName, ...test.failureMessages.join('\n').split('\n').slice(0, LINES)].join('\n  '));
  }
}
console.log(`${passed} passed, ${failed} failed`);
