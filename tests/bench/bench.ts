import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { measureCases } from './cases.ts';
import { measureAlerts } from './groups/alerts.ts';
import { measureCosmos } from './groups/cosmos.ts';
import { measureBurst, measureSoak } from './groups/endurance.ts';
import { measureLatency } from './groups/latency.ts';
import { measureReports } from './groups/reports.ts';
import { measureStart } from './groups/start.ts';
import { measureSteps } from './groups/steps.ts';
import { thisMachine } from './machine.ts';
import type { Row } from './row.ts';
import { quickScale, type Scale, wholeScale } from './scale.ts';
import { tableOf } from './table.ts';

const groups: Readonly<Record<string, (scale: Scale) => Promise<readonly Row[]>>> = {
  steps: measureSteps,
  reports: measureReports,
  latency: measureLatency,
  burst: measureBurst,
  soak: measureSoak,
  cosmos: measureCosmos,
  alerts: measureAlerts,
  start: measureStart,
};

/** What is run only where it is asked for and nothing else is, with a file of its own. */
const apart: typeof groups = { cases: measureCases };

// `npm run bench`, or `npm run bench -- <group>…`. BENCH_QUICK=1 does little of each, BENCH_OUT names another file.
const asked = process.argv.slice(2);
const [first = ''] = asked;
const isApart = asked.length === 1 && Object.hasOwn(apart, first);
const chosen = isApart ? apart : groups;
const unknown = asked.filter((name) => !Object.hasOwn(chosen, name));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

if (unknown.length > 0) {
  say(
    `There is no group ${unknown.join(', ')}. Groups: ${Object.keys(groups).join(', ')}; alone: ${Object.keys(apart).join(', ')}.`,
  );
  process.exitCode = 1;
} else {
  const scale = process.env['BENCH_QUICK'] === '1' ? quickScale : wholeScale;
  const machine = thisMachine();
  const rows: Row[] = [];
  say(`${machine.processor}, ${machine.cores} cores, Node ${machine.versions['node']}`);
  for (const [name, measure] of Object.entries(chosen)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const measured = await measure(scale);
    rows.push(...measured);
    say(tableOf(measured));
  }
  const missed = rows.filter(({ met }) => met === false);
  const withGoal = rows.filter(({ met }) => met !== undefined).length;
  say(`\n${withGoal - missed.length} of ${withGoal} goals met.`);
  for (const { group, name } of missed) say(`Missed: ${group}: ${name}`);
  const out = process.env['BENCH_OUT'] ?? `test-results/${isApart ? `bench-${first}` : 'bench'}.json`;
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify({ machine, rows }, undefined, 2)}\n`);
}
