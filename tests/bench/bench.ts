import { parseArgs } from 'node:util';
import buildTab from '../support/build-tab.ts';
import type { Group } from './group.ts';
import { alerts } from './groups/alerts.ts';
import { earlierVersion } from './groups/earlier-version.ts';
import { campaign } from './groups/campaign.ts';
import { cases } from './groups/cases.ts';
import { cosmos } from './groups/cosmos.ts';
import { burst, soak } from './groups/endurance.ts';
import { fleet } from './groups/fleet.ts';
import { floor } from './groups/floor.ts';
import { flood } from './groups/flood.ts';
import { latency } from './groups/latency.ts';
import { longCases } from './groups/long-cases.ts';
import { million } from './groups/million.ts';
import { page } from './groups/page.ts';
import { parts } from './groups/parts.ts';
import { profile } from './groups/profile.ts';
import { refusals } from './groups/refusals.ts';
import { reports } from './groups/reports.ts';
import { start } from './groups/start.ts';
import { steps } from './groups/steps.ts';
import { subjects } from './groups/subjects.ts';
import { summary } from './groups/summary.ts';
import { runGroups } from './run-groups.ts';
import { createScale } from './scale.ts';

/** Run if no group is named. */
const always: readonly Group[] = [steps, parts, reports, latency, burst, soak, cosmos, alerts, start];
/** Run if they are named, since they take long or are seldom asked for; and in a quick run, but for `beside`. */
const named: readonly Group[] = [
  cases,
  longCases,
  refusals,
  summary,
  subjects,
  page,
  floor,
  flood,
  fleet,
  profile,
  campaign,
  million,
  earlierVersion,
];
const groups = [...always, ...named];
const usage = 'npm run bench [-- [--quick] [group …]]';
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
const isQuick = values.quick === true || process.env['BENCH_QUICK'] === '1';
const unknown = asked.filter((asked) => !groups.some(({ name }) => name === asked));

function printGroups(): void {
  const width = Math.max(...groups.map(({ name }) => name.length));
  const listed = (chosen: readonly Group[]): string =>
    chosen.map(({ name, title, takes }) => `  ${name.padEnd(width)}  ${title} (${takes})`).join('\n');
  print(`${usage}\n\nRun if no group is named:\n${listed(always)}`);
  print(`\nRun if they are named:\n${listed(named)}`);
  print('\n--quick (or BENCH_QUICK=1) does little of each, of all groups but beside; its times mean nothing.');
  print('Figures are written to test-results/bench.json, or to the file that BENCH_OUT names.');
}

if (values.help === true || unknown.length > 0) {
  if (unknown.length > 0) print(`There is no group ${unknown.join(', ')}.\n`);
  printGroups();
  process.exitCode = unknown.length > 0 ? 1 : 0;
} else {
  // A clone may lack the history that `beside` needs.
  const unnamed = isQuick ? groups.filter((group) => group !== earlierVersion) : always;
  const chosen = asked.length > 0 ? groups.filter(({ name }) => asked.includes(name)) : unnamed;
  // A server in production serves the pages, and does not start without them.
  await buildTab();
  const out = process.env['BENCH_OUT'] ?? `test-results/${['bench', ...asked].join('-')}.json`;
  const { rows, failed } = await runGroups(chosen, createScale(isQuick), { out, say: print });
  const missed = rows.filter(({ met }) => met === false);
  const withGoal = rows.filter(({ met }) => met !== undefined).length;
  print(`\n${withGoal - missed.length} of ${withGoal} goals met.`);
  for (const { group, name } of missed) print(`Missed: ${group}: ${name}`);
  for (const { group } of failed) print(`Failed, and not measured to its end: ${group}`);
  // What a group that failed has left open would keep this process running; the servers that it left end with it.
  if (failed.length > 0) process.exit(1);
}
