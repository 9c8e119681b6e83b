import { rmSync } from 'node:fs';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createChannelConnections } from '../../../bot/teams/channel-connection.ts';
import { createAlertSender } from '../../../bot/teams/outgoing-activities.ts';
import { type AlertDispatcher, createAlertDispatcher } from '../../../bot/jobs/alert-dispatcher.ts';
import {
  type AlertRate,
  alertChannelBucket,
  createChannelRateLimiter,
  type ChannelRateLimiter,
} from '../../../bot/jobs/channel-rate-limiter.ts';
import { createSharedTokenSource } from '../../../bot/runtime/rate-limiter.ts';
import { createEventLog } from '../../../bot/runtime/event-log.ts';
import type { AlertRecord } from '../../../core/model/alert-record.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { AlertTarget, TargetName } from '../../../core/model/alert-targets.ts';
import type { AlertOutbox } from '../../../core/ports/alerts.ts';
import type { Store } from '../../../core/ports/store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createCase, createAlert, firstEvent, now } from '../contracts/records.ts';
import { type Connector, startConnector } from '../../fakes/connector.ts';
import { fastAlertRate } from './fast-alert-rate.ts';
import { createMovableClock, type MovableClock } from '../journeys/movable-clock.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';

/** How long a channel may take: far longer than any that answers does on a busy machine. In milliseconds. */
const answerTimeoutMs = 30_000;
/** The same for a channel that is known to say nothing. */
const shortTimeoutMs = 500;

/** How a second server differs from the first. */
interface OtherServer {
  /** How far its clock is ahead of that of the first, in milliseconds. */
  readonly skewMs?: number;
  /** Settles when the server may take note of a post that arrived. */
  readonly beforeNoting?: () => Promise<void>;
  /** Its way to the alerts in the store; the store's own if it is missing. */
  readonly around?: (outbox: AlertOutbox) => AlertOutbox;
  /** How much it sends to a channel; more than a test posts if it is missing. */
  readonly pace?: AlertRate;
  /** Where alerts stand in line; all are first if it is missing. */
  readonly rankOf?: (caseId: CaseId) => Promise<number>;
  /** Whether somebody has opened a case; each is if it is missing. */
  readonly isOpened?: (caseId: CaseId) => Promise<boolean>;
}

/** Alerts with everything real but Teams: the store in a file, the sender and the connections. */
export interface AlertFixture {
  readonly store: Store;
  /** Where the SQLite file lies. */
  readonly folder: string;
  readonly connector: Connector;
  readonly clock: MovableClock;
  readonly log: readonly string[];
  /** The targets that admins were told of. */
  readonly told: readonly TargetName[];
  /** How many alerts could not be read, look by look. */
  readonly aside: readonly number[];
  /** When the admins were to be told that nobody acknowledges an alert: they are not reached the first time. */
  readonly unheard: readonly Date[];
  readonly dispatcher: AlertDispatcher;
  /** What channels may be sent, as another server on the same file knows it. */
  budgetOf(pace: AlertRate): ChannelRateLimiter;
  /** Another instance on the same file, as after a restart or beside the first. */
  another(differences?: OtherServer): { readonly store: Store; readonly dispatcher: AlertDispatcher };
  setTarget(name: TargetName, differences?: Partial<AlertTarget>): Promise<AlertTarget>;
  /** Saves a new case with its alert, due now where nothing else is said. */
  newCase(
    differences?: Partial<Omit<AlertRecord, 'caseId'> & Pick<CaseRecord, 'route' | 'partnerType'>>,
  ): Promise<CaseId>;
  alertOf(caseId: CaseId): Promise<AlertRecord>;
  /** The posts that name a case, in their order. */
  postsOf(caseId: CaseId): Connector['posts'];
  /** Acknowledges a case as somebody does who may. Throws if it cannot be. */
  acknowledge(caseId: CaseId): Promise<void>;
  /** Does something while a channel is given half a second to answer, for one that never will. */
  impatiently<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** Opens a fixture with a channel for the unit, on SQLite or the store that is given. Waits are the shortest of their spread. */
export async function openAlertFixture(
  repeatMinutes = 15,
  open?: () => Store,
  isStaffed: (now: Date) => boolean = () => true,
): Promise<AlertFixture> {
  const folder = createTemporaryFolder();
  const connector = await startConnector();
  const clock = createMovableClock(now.getTime());
  const lines: string[] = [];
  const told: TargetName[] = [];
  const aside: number[] = [];
  const unheard: Date[] = [];
  const stores: Store[] = [];
  let deadlineMs = answerTimeoutMs;

  const budgetOn = ({ rateLimits: paces }: Pick<Store, 'rateLimits'>, pace: AlertRate): ChannelRateLimiter =>
    createChannelRateLimiter({
      give: createSharedTokenSource({
        paces,
        rowOf: alertChannelBucket,
        monotonic: clock.monotonic,
        patienceMs: answerTimeoutMs,
      }),
      clock: clock.now,
      monotonic: clock.monotonic,
      pace,
    });

  function another(differences: OtherServer = {}) {
    const { skewMs = 0, beforeNoting, pace = fastAlertRate, rankOf = async () => 0 } = differences;
    const { isOpened = async () => true, around = (outbox) => outbox } = differences;
    const clockHere = () => new Date(clock.now().getTime() + skewMs);
    const store = open?.() ?? openSqliteStore(`${folder}/candour.db`);
    stores.push(store);
    const connectionTo = createChannelConnections({
      authentication: new ConfigurationBotFrameworkAuthentication({}),
      appId: '',
      get deadlineMs() {
        return deadlineMs;
      },
    });
    const sender = createAlertSender(connectionTo);
    const dispatcher = createAlertDispatcher({
      ...store,
      outbox: around(store.outbox),
      isStaffed,
      sender: {
        ...sender,
        async post(target, message) {
          const outcome = await sender.post(target, message);
          await beforeNoting?.();
          return outcome;
        },
      },
      budget: budgetOn(store, pace),
      alertRank: rankOf,
      runNow: () => undefined,
      onBacklog: () => undefined,
      clock: clockHere,
      monotonic: clock.monotonic,
      random: () => 0,
      repeatMinutes,
      openMinutes: repeatMinutes,
      isOpened,
      maxRepeats: 3,
      log: createEventLog((line) => lines.push(line), clock.now),
      onRefused: async (name) => void told.push(name),
      onArrived: async (target) => store.targets.write({ ...target, lost: false }),
      onUnacknowledged: async () => {
        unheard.push(clock.now());
        return unheard.length > 1;
      },
      onUnreadable: (alerts) => void aside.push(alerts),
    });
    return { store, dispatcher };
  }
  const { store, dispatcher } = another();

  async function setTarget(name: TargetName, differences: Partial<AlertTarget> = {}): Promise<AlertTarget> {
    const target: AlertTarget = {
      name,
      conversationId: `19:${name}@thread.tacv2`,
      serviceUrl: connector.serviceUrl,
      tenantId: 'tenant',
      language: 'en',
      lost: false,
      ...differences,
    };
    await store.targets.write(target);
    return target;
  }
  await setTarget('acu');
  return {
    store,
    folder,
    connector,
    clock,
    log: lines,
    told,
    aside,
    unheard,
    dispatcher,
    another,
    budgetOf: (pace) => budgetOn(store, pace),
    setTarget,
    async newCase({ route = 'staff', partnerType, ...differences } = {}) {
      const { handledBy = 'acu', urgency = 'standard' } = differences;
      const record = createCase({ handledBy, urgency, route, ...(partnerType && { partnerType }) });
      const alert = createAlert(record.caseId, { dueAt: clock.now().toISOString(), ...differences });
      await store.cases.create(record, alert, [firstEvent(record.caseId)]);
      return record.caseId;
    },
    async alertOf(caseId) {
      const standing = await store.outbox.read(caseId);
      if (standing === undefined) throw new Error('the case has no alert');
      return standing.value;
    },
    postsOf(caseId) {
      const shown = formatCaseId(caseId);
      return connector.posts.filter(({ activity }) => JSON.stringify(activity).includes(shown));
    },
    async acknowledge(caseId) {
      const by = { objectId: toPersonId('handler'), roles: new Set(['handler', 'reserve'] as const) };
      const { cases, history } = store;
      const { kind } = await acknowledgeCase({ cases, history, clock: clock.now, timeZone: 'UTC' }, caseId, by);
      if (kind !== 'acknowledged') throw new Error(`it was not acknowledged: ${kind}`);
    },
    async impatiently(work) {
      deadlineMs = shortTimeoutMs;
      try {
        return await work();
      } finally {
        deadlineMs = answerTimeoutMs;
      }
    },
    async stop() {
      for (const one of stores) await one.close();
      await connector.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
