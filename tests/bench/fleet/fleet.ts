import { quantile } from '../figures.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { daysOf, type ForceDays } from './force-days.ts';
import { makeForces } from './forces.ts';
import { summariesOfAForce } from './monday.ts';
import { allTogether, measured, type Month, monthOf } from './month.ts';
import { teamsTakes } from './teams-tenant.ts';

/**
 * Request units a second of one server at rest: its requests were counted for a minute at the stand-in for Cosmos DB, where
 * it looked for alerts each second, and worked out for every five seconds, the setting's default: 27 queries and nine point
 * reads a minute. A query counts as three units, as in `npm run bench -- campaign`: Microsoft publishes no figure.
 */
const unitsAtRestASecond = (27 * 3 + 9) / 60;
/** Request units a second of a force while its campaign goes: docs/performance.md. */
const campaignUnitsASecond = 188;
/** The rate of the sender, and the activities that tell of one installation. */
const messagesASecond = teamsTakes * 0.96;
const activitiesOfAnInstallation = 2;
const million = 1_000_000;

const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);
const most = (values: readonly number[]): number => Math.max(...values);

function monthRows(group: string, month: Month): readonly Row[] {
  const row = rowsOf(group);
  return [
    row('request units of reports with their alerts', month.unitsOfReports / million, 'million RU'),
    row('of the figures of weeks', month.unitsOfWeeks / million, 'million RU'),
    row('of one campaign message to everybody', month.unitsOfCampaign / million, 'million RU'),
    row('of writing who has the app again', month.unitsOfReach / million, 'million RU'),
    row('of servers at rest', month.unitsAtRest / million, 'million RU'),
    row('kept after six years', month.gigabytes, 'GB'),
    row('messages', month.messages, 'messages'),
    row('vCPU seconds kept ready', month.secondsReady / million, 'million s'),
    row('vCPU seconds of reports and messages', month.secondsOfWork, 's'),
  ];
}

/** The load of one service for all forces, beside that of their stamps. */
function sharedRows(days: readonly ForceDays[]): readonly Row[] {
  const row = rowsOf('One shared service beside a stamp per force');
  const forces = days.length;
  const people = sum(days.map(({ force }) => force.people));
  const largest = most(days.map(({ force }) => force.people));
  return [
    row('a message to everybody, each force at its own rate: the largest', largest / messagesASecond / 60, 'min'),
    row('the same with one rate for all, as lanes are kept today', people / messagesASecond / 60, 'min'),
    row('messages a second where all forces send at once', forces * messagesASecond, 'a second'),
    row('request units a second of that, in one account', forces * campaignUnitsASecond, 'RU a second'),
    row('activities a second where all install at once', forces * teamsTakes * activitiesOfAnInstallation, 'a second'),
    row(
      'cores for these, at a step each',
      forces * teamsTakes * activitiesOfAnInstallation * measured.secondsOfAStep,
      'cores',
    ),
  ];
}

function daysRows(days: readonly ForceDays[]): readonly Row[] {
  const forces = days.length;
  const people = sum(days.map(({ force }) => force.people));
  const policy = rowsOf(`A policy installs the app in ${forces} forces, 50 people a second in each`);
  const campaign = rowsOf('A message to everybody in each force');
  const monday = rowsOf("Monday's summaries");
  const inTurn = days.map((day) => day.inTurn);
  const sent = days.map((day) => day.campaign);
  const summaries = days.map((day) => day.monday);
  return [
    policy('people', people, 'people'),
    policy('in the largest force', most(days.map(({ force }) => force.people)), 'people'),
    policy('welcomed in the turn: refused by Teams, so owed', sum(days.map((day) => day.atOnce.lost)), 'people'),
    policy(
      'most that a tenant was asked within a second then',
      most(days.map((day) => day.atOnce.mostInASecond)),
      'requests',
    ),
    policy(
      'all at the pace of messages in place of that: not welcomed',
      sum(inTurn.map(({ lost }) => lost)),
      'people',
      atMost(0),
    ),
    policy('twice', sum(inTurn.map(({ twice }) => twice)), 'people', atMost(0)),
    policy(
      'most that a tenant was asked within a second',
      most(inTurn.map((one) => one.mostInASecond)),
      'requests',
      atMost(teamsTakes),
    ),
    policy('longest wait for a welcome, the largest force', most(inTurn.map((one) => one.longestWaitMs)) / 1_000, 's'),
    policy(
      'the median of the forces',
      quantile(
        inTurn.map((one) => one.longestWaitMs),
        0.5,
      ) / 1_000,
      's',
    ),
    policy('most who waited at once in a force', most(inTurn.map(({ mostWaiting }) => mostWaiting)), 'people'),
    policy('time, the largest force', most(inTurn.map(({ tookMs }) => tookMs)) / 60_000, 'min'),
    campaign('sent', sum(sent.map(({ tally }) => tally.sent)), 'people'),
    campaign('gone', sum(sent.map(({ tally }) => tally.gone)), 'people'),
    campaign('not known', sum(sent.map(({ tally }) => tally.notKnown)), 'people'),
    campaign('twice', sum(sent.map(({ twice }) => twice)), 'people', atMost(0)),
    campaign('missed, or said otherwise than it is', sum(sent.map(({ wrong }) => wrong)), 'people', atMost(0)),
    campaign(
      'most that a tenant was asked within a second',
      most(sent.map((one) => one.mostInASecond)),
      'requests',
      atMost(teamsTakes),
    ),
    campaign('time, the largest force', most(sent.map(({ tookMs }) => tookMs)) / 60_000, 'min'),
    campaign(
      'time, the median of the forces',
      quantile(
        sent.map(({ tookMs }) => tookMs),
        0.5,
      ) / 60_000,
      'min',
    ),
    monday('due', sum(summaries.map(({ due }) => due)), 'posts'),
    monday('not posted', sum(summaries.map(({ due, posted }) => due - posted)), 'posts', atMost(0)),
    monday('twice', sum(summaries.map(({ twice }) => twice)), 'posts', atMost(0)),
    monday('the last one, after the hour', most(summaries.map(({ lastMs }) => lastMs)) / 1_000, 's'),
  ];
}

/**
 * Forces with a stamp each, in simulation: the sender's own pace, lanes, windows and rules about answers, in a time that
 * passes at once, at tenants with Teams' limit. Then what they need in a month, and what one service for all would.
 */
export async function measureFleet({ fleet }: Scale): Promise<readonly Row[]> {
  const days: ForceDays[] = [];
  for (const [at, force] of makeForces(fleet.forces, fleet.people).entries()) days.push(await daysOf(force, at + 1));
  const months = days.map(({ force }) => monthOf(force.people, { summaries: summariesOfAForce, unitsAtRestASecond }));
  return [
    ...daysRows(days),
    ...monthRows(`A month of ${days.length} forces, a stamp each`, allTogether(months)),
    ...sharedRows(days),
  ];
}
