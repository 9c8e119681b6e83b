import { quantile } from '../statistics.ts';
import {
  simulateForceDays,
  type ForceDays,
  type SimulatedForce,
  createForces,
  serversPerForce,
} from '../fleet/force-days.ts';
import { summariesPerForce } from '../fleet/monday-summaries.ts';
import { teamsLimits } from '../fleet/teams-tenant.ts';
import type { Group } from '../group.ts';
import { unitsOfAMinuteAtRest } from '../azure-month.ts';
import { unitsPerReport } from '../request-units.ts';
import { atMost, type Row, createRows } from '../row.ts';

/** Figures that were counted or measured, with where. */
const measured = {
  /** docs/performance.md, Cosmos DB: the batch of a report of 2,000 characters, its alert's lease and mark. */
  unitsOfAReport: unitsPerReport.saved + unitsPerReport.alerted,
  /** docs/performance.md, A message to everybody: of one message, and of a second while a campaign goes. */
  unitsOfAMessage: 4.1,
  campaignUnitsASecond: 188,
  /** docs/performance.md, The figures of weeks: 1,060 for a week of 100 cases, of which 770 documents are read. */
  unitsOfACaseInItsWeek: 1_060 / 100,
  /** A row of under a kilobyte that is written once, by Microsoft's table; in its place, twice that. */
  unitsOfASmallWrite: 4.95,
  /** One server that no one uses, which Azure asks twice a minute whether it is ready. */
  unitsAtRestASecond: unitsOfAMinuteAtRest(2) / 60,
  /** Whole reports and steps a second on one core, both below the figures of docs/performance.md. */
  secondsOfAReport: 1 / 109,
  secondsOfAStep: 1 / 1_008,
  /** deploy/azure/candour.json. */
  coresOfAServer: 1,
  /** The rate of the sender, and the activities that tell of one installation. */
  messagesASecond: teamsLimits * 0.96,
  activitiesOfAnInstallation: 2,
} as const;

/** Figures that no one has measured, and that are put in so that the sums have an answer. */
const assumed = {
  /** Reports in a year, of a thousand people. */
  reportsOfAThousand: 20,
  campaignMessages: 1,
  /** Kilobytes of a case with its history, alert and index, and of a row of reach. */
  kilobytesOfACase: 32,
  kilobytesOfARow: 1,
  yearsKept: 6,
  /** Posts of an alert: the first, and once more for every second one. */
  postsOfAReport: 1.5,
} as const;

/** The seconds and the weeks of a month: a twelfth of a year of 365 days. */
const monthSeconds = (365 * 86_400) / 12;
const weeks = 365 / 12 / 7;
const million = 1_000_000;

/** What forces need in a month, as quantities: there is no price here, since none has a source in this project. */
function monthRows(forces: number, people: number): readonly Row[] {
  const row = createRows(`A month of ${forces} forces, a stamp each`);
  const servers = forces * serversPerForce;
  const reports = (people / 1_000) * (assumed.reportsOfAThousand / 12);
  const messages = people * assumed.campaignMessages;
  const posts = reports * assumed.postsOfAReport + weeks * summariesPerForce * forces;
  const kilobytes = reports * 12 * assumed.yearsKept * assumed.kilobytesOfACase + people * assumed.kilobytesOfARow;
  const work = reports * measured.secondsOfAReport + (messages + posts) * measured.secondsOfAStep;
  const units = (name: string, value: number): Row => row(name, value / million, 'million RU');
  return [
    units('request units of reports with their alerts', reports * measured.unitsOfAReport),
    units('of the figures of weeks', reports * measured.unitsOfACaseInItsWeek),
    units('of one campaign message to everybody', messages * measured.unitsOfAMessage),
    // Once a month each row is written in its own place.
    units('of writing who has the app again', people * 2 * measured.unitsOfASmallWrite),
    units('of servers at rest', monthSeconds * measured.unitsAtRestASecond * servers),
    row('kept after six years', kilobytes / 1_048_576, 'GB'),
    row('messages', messages + posts, 'messages'),
    row('vCPU seconds kept ready', (monthSeconds * servers * measured.coresOfAServer) / million, 'million s'),
    row('vCPU seconds of reports and messages', work, 's'),
  ];
}

/** The load of one service for all forces, beside that of their stamps. */
function sharedRows(forces: readonly SimulatedForce[], people: number): readonly Row[] {
  const row = createRows('One shared service beside a stamp per force');
  const { messagesASecond, activitiesOfAnInstallation, secondsOfAStep, campaignUnitsASecond } = measured;
  const largest = Math.max(...forces.map((force) => force.people));
  const activities = forces.length * teamsLimits * activitiesOfAnInstallation;
  return [
    row('a message to everybody, each force at its own rate: the largest', largest / messagesASecond / 60, 'min'),
    row('the same with one rate for all, as lanes are kept today', people / messagesASecond / 60, 'min'),
    row('messages a second where all forces send at once', forces.length * messagesASecond, 'a second'),
    row('request units a second of that, in one account', forces.length * campaignUnitsASecond, 'RU a second'),
    row('activities a second where all install at once', activities, 'a second'),
    row('cores for these, at a step each', activities * secondsOfAStep, 'cores'),
  ];
}

function daysRows(days: readonly ForceDays[], people: number): readonly Row[] {
  const sum = (of: (day: ForceDays) => number): number => days.reduce((whole, day) => whole + of(day), 0);
  const most = (of: (day: ForceDays) => number): number => Math.max(...days.map(of));
  const middle = (of: (day: ForceDays) => number): number => quantile(days.map(of), 0.5);
  const policy = createRows(`A policy installs the app in ${days.length} forces, 50 people a second in each`);
  const campaign = createRows('A message to everybody in each force');
  const monday = createRows("Monday's summaries");
  const [none, limit] = [atMost(0), atMost(teamsLimits)];
  const asked = 'most that a tenant was asked within a second';
  return [
    policy('people', people, 'people'),
    policy(
      'in the largest force',
      most((day) => day.force.people),
      'people',
    ),
    policy(
      'welcomed in the turn: refused by Teams, so owed',
      sum((day) => day.concurrentInstall.lost),
      'people',
    ),
    policy(
      `${asked} then`,
      most((day) => day.concurrentInstall.mostInASecond),
      'requests',
    ),
    policy(
      'all at the pace of messages in place of that: not welcomed',
      sum((day) => day.throttledInstall.lost),
      'people',
      none,
    ),
    policy(
      'twice',
      sum((day) => day.throttledInstall.twice),
      'people',
      none,
    ),
    policy(
      asked,
      most((day) => day.throttledInstall.mostInASecond),
      'requests',
      limit,
    ),
    policy(
      'longest wait for a welcome, the largest force',
      most((day) => day.throttledInstall.longestWaitMs) / 1_000,
      's',
    ),
    policy('the median of the forces', middle((day) => day.throttledInstall.longestWaitMs) / 1_000, 's'),
    policy(
      'most who waited at once in a force',
      most((day) => day.throttledInstall.mostWaiting),
      'people',
    ),
    policy('time, the largest force', most((day) => day.throttledInstall.tookMs) / 60_000, 'min'),
    campaign(
      'sent',
      sum((day) => day.campaign.tally.sent),
      'people',
    ),
    campaign(
      'gone',
      sum((day) => day.campaign.tally.gone),
      'people',
    ),
    campaign(
      'not known',
      sum((day) => day.campaign.tally.notKnown),
      'people',
    ),
    campaign(
      'twice',
      sum((day) => day.campaign.twice),
      'people',
      none,
    ),
    campaign(
      'missed, or said otherwise than it is',
      sum((day) => day.campaign.wrong),
      'people',
      none,
    ),
    campaign(
      asked,
      most((day) => day.campaign.mostInASecond),
      'requests',
      limit,
    ),
    campaign('time, the largest force', most((day) => day.campaign.tookMs) / 60_000, 'min'),
    campaign('time, the median of the forces', middle((day) => day.campaign.tookMs) / 60_000, 'min'),
    monday(
      'due',
      sum((day) => day.monday.due),
      'posts',
    ),
    monday(
      'not posted',
      sum((day) => day.monday.due - day.monday.posted),
      'posts',
      none,
    ),
    monday(
      'twice',
      sum((day) => day.monday.twice),
      'posts',
      none,
    ),
    monday('the last one, after the hour', most((day) => day.monday.lastMs) / 1_000, 's'),
  ];
}

/**
 * Forces with a stamp each, in simulation: the sender's own pace, lanes, windows and rules about answers, in a time that
 * passes at once, at tenants with Teams' limit. Then what they need in a month, and what one service for all would.
 */
export const fleet: Group = {
  name: 'fleet',
  title: 'forces that install, send and have their Monday at once, in simulation, and what they need in a month',
  takes: 'a minute',
  async *measure({ fleet: { forces, people } }) {
    const made = createForces(forces, people);
    const days: ForceDays[] = [];
    for (const [at, force] of made.entries()) days.push(await simulateForceDays(force, at + 1));
    yield daysRows(days, people);
    yield monthRows(forces, people);
    yield sharedRows(made, people);
  },
};
