import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlannedFault } from './fault-points.ts';
import { type FaultyBot, startFaultyBot } from './faulty-bot.ts';
import type { ReportPath } from './planned-faults.ts';
import { mapByCall, type MethodMap, type PortMap, portName, recordCalls, findReplacedCalls } from './port-calls.ts';
import { createTally } from './tally.ts';

/** Ports that are asked beside the way of a report: why no fault of theirs is needed here. */
const beside: PortMap<string> = {
  rateLimits: 'how fast posts may follow each other: without it each server keeps its own pace',
  subscribers: 'counts who opens the app, and is given up quietly',
  dailyTaskStates: 'whether a task of the day was done',
  deliveryRuns: 'messages to everybody, on the schedule',
  people: 'who waits for such a message',
  list: 'cases that are due, on the schedule',
  workCounts: 'how much was done on a day, on the schedule',
};

/** Calls on the way that no fault strikes, and why. */
const unstruck: MethodMap<string> = {
  seal: { mailboxRecipient: 'it computes, and asks nobody' },
  history: { sealedEntries: 'it shows messages to who comes back; nothing is on its way yet' },
};

/** Ports that alerts are sent by. */
const ofAlerts: PortMap<true> = { outbox: true, targets: true };

const ofOneAlert: MethodMap<number> = { outbox: { write: 2 }, targets: { read: 1 } };
/** The report's, and an addition's, which takes the alert that is there. */
const ofTwoAlerts: MethodMap<number> = { outbox: { write: 4, read: 1 }, targets: { read: 2 } };

interface Going {
  readonly going: string;
  readonly way: ReportPath;
  readonly planned: readonly PlannedFault[];
  readonly calls: MethodMap<number>;
}

/** What each way asks of the ports, from the first card to the marked alert. A new call without its fault fails a test. */
const goings: readonly Going[] = [
  {
    going: 'a report',
    way: 'send',
    planned: [],
    calls: { seal: { mailboxRecipient: 1, seal: 2 }, cases: { create: 1 }, drafts: { remove: 1 }, ...ofOneAlert },
  },
  {
    going: 'a report that was a draft',
    way: 'send',
    planned: [{ point: 'drafts.remove', fault: 'busy' }],
    calls: {
      seal: { mailboxRecipient: 3, seal: 2 },
      drafts: { save: 1, read: 2, remove: 1 },
      cases: { readAccess: 2, create: 1 },
      ...ofOneAlert,
    },
  },
  {
    going: 'a report that may or may not be saved',
    way: 'send',
    planned: [{ point: 'cases.create', fault: 'unknown' }],
    calls: { seal: { mailboxRecipient: 2, seal: 4 }, cases: { create: 2 }, drafts: { remove: 1 }, ...ofOneAlert },
  },
  {
    going: 'a report that the store refuses at first',
    way: 'send',
    planned: [{ point: 'cases.create', fault: 'full' }],
    calls: {
      seal: { mailboxRecipient: 3, seal: 4 },
      cases: { create: 2, readAccess: 1 },
      drafts: { remove: 1 },
      ...ofOneAlert,
    },
  },
  {
    going: 'a report that is saved already',
    way: 'send',
    planned: [{ point: 'cases.create', fault: 'conflict' }],
    calls: {
      seal: { mailboxRecipient: 1, seal: 2 },
      cases: { create: 1, read: 1 },
      drafts: { remove: 1 },
      ...ofOneAlert,
    },
  },
  {
    going: 'an addition',
    way: 'add',
    planned: [],
    calls: {
      seal: { mailboxRecipient: 3, seal: 3 },
      cases: { create: 1, readAccess: 3, read: 3, change: 1 },
      drafts: { remove: 1 },
      history: { entries: 4, count: 2, writtenVolume: 2, sealedEntries: 1 },
      ...ofTwoAlerts,
    },
  },
  {
    going: 'an addition that the store refuses at first',
    way: 'add',
    planned: [{ point: 'cases.change', fault: 'full' }],
    calls: {
      seal: { mailboxRecipient: 5, seal: 4 },
      cases: { create: 1, readAccess: 6, read: 6, change: 2 },
      drafts: { remove: 1 },
      history: { entries: 8, count: 5, writtenVolume: 4, sealedEntries: 1 },
      outbox: { ...ofTwoAlerts.outbox, read: 2 },
      targets: { read: 2 },
    },
  },
  {
    going: 'a draft',
    way: 'later',
    planned: [],
    calls: { seal: { mailboxRecipient: 1 }, drafts: { save: 1 }, cases: { readAccess: 1 } },
  },
  {
    going: 'a draft that may have been sent',
    way: 'later',
    planned: [{ point: 'cases.readAccess', fault: 'busy' }],
    calls: { seal: { mailboxRecipient: 2 }, drafts: { save: 2 }, cases: { readAccess: 2 } },
  },
  {
    going: 'a draft that the store refuses at first',
    way: 'later',
    planned: [{ point: 'drafts.save', fault: 'full' }],
    calls: { seal: { mailboxRecipient: 1 }, drafts: { save: 2, read: 1 }, cases: { readAccess: 1 } },
  },
];

let faulty: FaultyBot;
let struck: ReadonlySet<string>;
let calls: string[] = [];
beforeAll(async () => {
  faulty = await startFaultyBot(createTally(), {}, (parts, withFaults) => {
    const put = withFaults(parts);
    struck = findReplacedCalls(parts, put);
    return recordCalls(put, (call) => calls.push(call));
  });
});
afterAll(() => faulty.bot.stop());

const looking = 'outbox.due';
const looksForAnAlert = 2;

/**
 * How often each call was made, but for the looks for due alerts, which may come at any time. Where one came late on a
 * busy machine there are more, and what follows a look is done again: then calls of alerts count as often as is known.
 */
function counted(names: readonly string[], known: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const posts = known.get('targets.read') ?? 0;
  const isUsual = (counts.get(looking) ?? 0) <= posts * looksForAnAlert;
  counts.delete(looking);
  const isOfAlerts = (name: string) => portName(name) in ofAlerts;
  return Object.fromEntries(
    [...counts].map(([name, count]) => [name, isUsual || !isOfAlerts(name) ? count : (known.get(name) ?? count)]),
  );
}

describe('on the way from the first card to the marked alert', () => {
  it.each(goings)('$going asks the ports for what is known, and no more', async ({ way, planned, calls: known }) => {
    calls = [];
    await faulty.try(way, planned);
    const onTheWay = calls.filter((call) => !(portName(call) in beside));
    const reasons = mapByCall(unstruck);
    expect(onTheWay.filter((call) => !struck.has(call) && !reasons.has(call))).toEqual([]);
    const all = mapByCall(known);
    expect(counted(onTheWay, all)).toEqual(Object.fromEntries(all));
  });
});
