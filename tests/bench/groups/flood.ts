import { createAlertDispatcher } from '../../../bot/jobs/alert-dispatcher.ts';
import {
  alertChannelBucket,
  createChannelRateLimiter,
  teamsAlertRate,
} from '../../../bot/jobs/channel-rate-limiter.ts';
import { createSharedTokenSource } from '../../../bot/runtime/rate-limiter.ts';
import { createWorkBudgets } from '../../../bot/runtime/work-budget.ts';
import type { AlertSender, AlertPostOutcome } from '../../../core/ports/alerts.ts';
import type { Store } from '../../../core/ports/store.ts';
import { OverBudgetError } from '../../../core/ports/work-budget.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { createMovableClock } from '../../support/journeys/movable-clock.ts';
import { quantile } from '../statistics.ts';
import { forEachStore } from '../filled-stores.ts';
import type { Group } from '../group.ts';
import { atMost, type Row, createRows } from '../row.ts';

const second = 1_000;
const minute = 60 * second;
/** A script sends two reports a second, and somebody in danger reports once in a minute and a half. */
const triesASecond = 2;
const genuineEveryMs = 90 * second;
/** How much Teams takes of a bot in one thread: so many posts in so many milliseconds. */
const windows = [
  [7, second],
  [8, 2 * second],
  [60, 30 * second],
  [1_800, 60 * minute],
] as const;

/** A channel that takes what Teams takes, by a clock that is moved; it says when there is room again. */
function limitedChannel(now: () => number) {
  const taken: number[] = [];
  const arrived = new Map<CaseId, number>();
  let [refused, combined, heldUntil, askedWhileHeld] = [0, 0, 0, 0];
  function take(): AlertPostOutcome | undefined {
    if (now() < heldUntil) askedWhileHeld += 1;
    const full = windows.flatMap(([most, ms]) => {
      const within = taken.filter((at) => at > now() - ms);
      return within.length < most ? [] : [(within.at(-most) ?? 0) + ms - now()];
    });
    if (full.length === 0) {
      taken.push(now());
      return undefined;
    }
    refused += 1;
    const afterMs = Math.max(second, ...full);
    heldUntil = now() + afterMs;
    return { kind: 'retry', code: 'http429', afterMs };
  }
  const sender: AlertSender = {
    async post({ conversationId }, message) {
      const full = take();
      if (full) return full;
      if (message.caseId !== undefined && !arrived.has(message.caseId)) arrived.set(message.caseId, now());
      if (message.caseId === undefined) combined += 1;
      const activityId = String(taken.length);
      return {
        kind: 'posted',
        post: { conversationId: `${conversationId};messageid=${activityId}`, activityId, serviceUrl: 'https://teams/' },
      };
    },
    async update({ postedAt: _at, ...post }) {
      return take() ?? { kind: 'posted', post };
    },
  };
  return { sender, arrived, told: () => ({ refused, askedWhileHeld, combined, posts: taken.length }) };
}

/** The outcome of a flood. Waits are in milliseconds, and Infinity for an alert that never came. */
interface Flooded {
  readonly genuine: number;
  readonly waits: readonly number[];
  /** The reports of scripts: those that were tried, and those that were kept. */
  readonly tried: number;
  readonly kept: number;
  readonly posts: number;
  readonly combined: number;
  readonly refused: number;
  /** Posts at a channel that had said 429, before its time was over. */
  readonly askedWhileHeld: number;
}

/** A flood of urgent reports by so many scripts for so long, beside people in danger, on a store. */
export async function floodStore(store: Store, attackers: number, lastsMs: number): Promise<Flooded> {
  const clock = createMovableClock();
  const now = () => clock.now().getTime();
  const channel = limitedChannel(now);
  const budgets = createWorkBudgets({ clock: clock.now });
  await store.targets.write({
    name: 'acu',
    conversationId: '19:acu@thread.tacv2',
    serviceUrl: 'https://teams/',
    tenantId: 'tenant',
    language: 'en',
    lost: false,
  });
  const servers = [0, 1].map(() =>
    createAlertDispatcher({
      ...store,
      sender: channel.sender,
      budget: createChannelRateLimiter({
        give: createSharedTokenSource({
          paces: store.rateLimits,
          rowOf: alertChannelBucket,
          monotonic: clock.monotonic,
          patienceMs: minute,
        }),
        clock: clock.now,
        monotonic: clock.monotonic,
        pace: teamsAlertRate,
      }),
      alertRank: budgets.alertRank,
      clock: clock.now,
      monotonic: clock.monotonic,
      random: () => 0,
      repeatMinutes: 15,
      maxRepeats: 12,
      openMinutes: 15,
      isOpened: async () => false,
      isStaffed: () => true,
      log: () => undefined,
      onRefused: async () => undefined,
      onArrived: async () => undefined,
      onUnacknowledged: async () => true,
      runNow: () => undefined,
      onBacklog: () => undefined,
      onUnreadable: () => undefined,
    }),
  );
  /** Whether the report was kept. */
  async function report(person: string): Promise<CaseId | undefined> {
    const record = createCase({ urgency: 'urgent' });
    const { caseId } = record;
    const alert = createAlert(caseId, { urgency: 'urgent', dueAt: clock.now().toISOString() });
    const write = () => store.cases.create(record, alert, [firstEvent(caseId)]);
    const work = { id: caseId, amounts: { reports: 1 }, urgentCase: { caseId, handledBy: 'acu' as const } };
    try {
      await budgets.budgetFor(person).spend(work, write, (outcome) => outcome === 'created');
      return caseId;
    } catch (error) {
      if (error instanceof OverBudgetError) return undefined;
      throw error;
    }
  }

  const savedAt = new Map<CaseId, number>();
  let [tried, kept] = [0, 0];
  for (let passed = 0; passed < lastsMs + minute; passed += second) {
    if (passed < lastsMs) {
      for (let attacker = 0; attacker < attackers; attacker += 1) {
        for (let tries = 0; tries < triesASecond; tries += 1) {
          tried += 1;
          if ((await report(`script ${attacker}`)) !== undefined) kept += 1;
        }
      }
      if (passed % genuineEveryMs === genuineEveryMs / 2) {
        const caseId = await report(`person ${passed}`);
        if (caseId !== undefined) savedAt.set(caseId, now());
      }
    }
    await Promise.all(servers.map(({ dispatchDue }) => dispatchDue()));
    clock.forward(second);
  }
  const waits = [...savedAt].map(([caseId, at]) => (channel.arrived.get(caseId) ?? Number.POSITIVE_INFINITY) - at);
  return { genuine: savedAt.size, waits, tried, kept, ...channel.told() };
}

export const flood: Group = {
  name: 'flood',
  title:
    'alerts in half an hour of urgent reports by scripts, in a channel that takes what Teams takes, on both stores',
  takes: 'a minute',
  async *measure({ floodMinutes }) {
    for (const attackers of [1, 10]) {
      const rows: Row[] = [];
      await forEachStore(async (store, name) => {
        const row = createRows(`A flood by ${attackers === 1 ? 'one script' : `${attackers} scripts`}, ${name}`);
        const came = await floodStore(store, attackers, floodMinutes * minute);
        rows.push(
          row('genuine urgent reports', came.genuine, 'reports'),
          row('from a genuine report to its alert, p95', quantile(came.waits, 0.95) / second, 's', atMost(60)),
          row('the longest', Math.max(...came.waits) / second, 's'),
          row('posts at a channel that had said 429', came.askedWhileHeld, 'posts', atMost(0)),
          row('answers of 429', came.refused, 'answers'),
          row('posts in the channel', came.posts, 'posts'),
          row('of these, one for several alerts', came.combined, 'posts'),
          row('reports that scripts tried to send', came.tried, 'reports'),
          row('of these kept: the growth of the store', came.kept, 'reports'),
        );
      });
      yield rows;
    }
  },
};
