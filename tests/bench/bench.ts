import { writeFileSync } from 'node:fs';
import buildTab from '../support/build-tab.ts';
import { measureBeside } from './beside.ts';
import { measureCosmosCases, measureSqliteCases, measureWeight } from './cases.ts';
import { measureCampaign } from './campaign.ts';
import { casesTable } from './cases-table.ts';
import { measureFleet } from './fleet/fleet.ts';
import { measureFlood } from './flood.ts';
import { measureAlerts } from './groups/alerts.ts';
import { measureCosmos } from './groups/cosmos.ts';
import { measureBurst, measureSoak } from './groups/endurance.ts';
import { measurePageDoor } from './page-door.ts';
import { measureLatency } from './groups/latency.ts';
import { measureReports } from './groups/reports.ts';
import { measureStart } from './groups/start.ts';
import { measureSteps } from './groups/steps.ts';
import { measureLarge } from './million/million.ts';
import { measureStandIn } from './million/stand-in.ts';
import { scaleTable } from './million/table.ts';
import type { Row } from './row.ts';
import { quickScale, type Scale, wholeScale } from './scale.ts';
import { runGroups } from './run-groups.ts';
import { measureSubjects } from './subjects.ts';
import { measurePeriods, measureWiderYear } from './periods.ts';
import { measureOneWeek, measureOneWeekInCosmos } from './weeks.ts';

type Measured = Readonly<Record<string, (scale: Scale) => Promise<readonly Row[]>>>;
const groups: Measured = {
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
const apart: Readonly<Record<string, Measured>> = {
  cases: { sqlite: measureSqliteCases, cosmos: measureCosmosCases, weight: async () => measureWeight() },
  summary: { week: measureOneWeek, cosmos: measureOneWeekInCosmos, periods: measurePeriods, wider: measureWiderYear },
  subjects: { subjects: async () => measureSubjects() },
  campaign: { campaign: measureCampaign },
  page: { page: measurePageDoor },
  fleet: { fleet: measureFleet },
  flood: { flood: measureFlood },
  beside: { beside: measureBeside },
  // A group of the whole run, where it is all that is asked for.
  workers: { reports: measureReports },
  scale: { cosmos: measureStandIn, few: measureLarge(0), many: measureLarge(1), million: measureLarge(2) },
};

// `npm run bench`, or `npm run bench -- <group>…`. BENCH_QUICK=1 does little of each, BENCH_OUT names another file.
const asked = process.argv.slice(2);
const [first = ''] = asked;
const alone = asked.length === 1 && Object.hasOwn(apart, first) ? apart[first] : undefined;
const unknown = alone ? [] : asked.filter((name) => !Object.hasOwn(groups, name));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

if (unknown.length > 0) {
  say(
    `There is no group ${unknown.join(', ')}. Groups: ${Object.keys(groups).join(', ')}; alone: ${Object.keys(apart).join(', ')}.`,
  );
  process.exitCode = 1;
} else {
  const scale = process.env['BENCH_QUICK'] === '1' ? quickScale : wholeScale;
  const chosen = Object.entries(alone ?? groups)
    .filter(([name]) => alone !== undefined || asked.length === 0 || asked.includes(name))
    .map(([name, measure]) => [name, () => measure(scale)] as const);
  // What the server hands out and what is weighed, but where nobody asks for it: without it the last groups would fail after all the others.
  if (!['fleet', 'flood', 'scale'].includes(first)) await buildTab();
  const out = process.env['BENCH_OUT'] ?? `test-results/${alone ? `bench-${first}` : 'bench'}.json`;
  const { rows, failed } = await runGroups(Object.fromEntries(chosen), out, say);
  // The tables of docs/performance.md, so that nobody copies a hundred figures by hand.
  const table = first === 'cases' ? casesTable(rows) : first === 'scale' ? scaleTable(rows) : undefined;
  if (alone && table !== undefined) writeFileSync(out.replace(/(\.json)?$/u, '.md'), table);
  const missed = rows.filter(({ met }) => met === false);
  const withGoal = rows.filter(({ met }) => met !== undefined).length;
  say(`\n${withGoal - missed.length} of ${withGoal} goals met.`);
  for (const { group, name } of missed) say(`Missed: ${group}: ${name}`);
  for (const { group } of failed) say(`Failed, and not measured: ${group}`);
  // What a group that failed has left open would keep this process for ever; the bots that it left end with it.
  if (failed.length > 0) process.exit(1);
}
