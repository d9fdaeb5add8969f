// Counts the browser stories in Playwright's JSON report: `PASSED FAILED` on standard output. A story that passed only
// when it was told again counts as passed, and is named on standard error, so that it is looked at.
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const { stats, suites } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

function* stories(suite) {
  yield* (suite.specs ?? []).flatMap((spec) => spec.tests.map((told) => ({ ...told, title: `${spec.file}: ${spec.title}` })));
  for (const inner of suite.suites ?? []) yield* stories(inner);
}

for (const { title, status, results } of suites.flatMap((suite) => [...stories(suite)])) {
  if (status !== 'flaky') continue;
  const why = stripVTControlCharacters(results.find((result) => result.error)?.error.message ?? '');
  console.error(`  TOLD TWICE: ${title}\n    ${why.trim().replaceAll(/\s*\n\s*/g, ' · ').slice(0, 300)}`);
}
console.log(stats.expected + stats.flaky, stats.unexpected);
