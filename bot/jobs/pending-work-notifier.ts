import type { PersonStore, PersonRecord } from '../../core/ports/person-store.ts';
import type { AlertTiming } from '../../core/model/alert-record.ts';
import type { AlertTargets } from '../../core/model/alert-targets.ts';
import {
  isNotificationDue,
  scheduleNotification,
  type NotificationTime,
  rescheduleNotification,
  markNotificationSent,
  type NotificationPreference,
  withoutNotificationSchedule,
} from '../../core/model/notification-preference.ts';
import type { Clock } from '../../core/model/calendar.ts';
import { type ConfiguredRole, configuredRoles, type PersonId } from '../../core/model/roles.ts';
import type { Language } from '../../core/model/language.ts';
import type { EventLog } from '../runtime/event-log.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { pendingWorkMessage } from '../teams/outgoing-activities.ts';
import { type TeamsPostResult, postToPerson } from './post-to-teams.ts';

/**
 * Says in someone's own chat with the bot that something waits for them: a line without a reference, at a full hour, at
 * most once a day by however many servers. It stores, reads and asks nothing about people without a role.
 */
export interface PendingWorkNotifier {
  readonly enqueue: (people: readonly PersonId[]) => void;
  readonly dequeue: (person: PersonId) => void;
  /** Throws StoreError; then it goes on later. */
  readonly notifyDue: () => Promise<void>;
}

export function createPendingWorkNotifier(deps: {
  readonly isEnabled: boolean;
  readonly people: Pick<PersonStore, 'listAwaitingNotification'>;
  /** Makes no record. Throws StoreError. */
  readonly change: (
    objectId: PersonId,
    change: (person: PersonRecord) => PersonRecord | undefined,
  ) => Promise<'changed' | 'absent'>;
  readonly holders: (role: ConfiguredRole) => Promise<readonly PersonId[]>;
  readonly targets: Pick<AlertTargets, 'read'>;
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'createChat' | 'sendToChat'>;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly language: Language;
  readonly tab: string | undefined;
  readonly timing: AlertTiming;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: EventLog;
  readonly onQueued: () => void;
}): PendingWorkNotifier {
  const queued = new Map<PersonId, 'waits' | 'looked'>();
  const noticeClock = (): NotificationTime => ({ now: deps.clock(), timeZone: deps.timeZone });

  const updateNotice = (
    objectId: PersonId,
    change: (preference: NotificationPreference) => NotificationPreference | undefined,
  ) =>
    deps.change(objectId, (person) => {
      const preference = change(person.line ?? {});
      return preference && { ...person, line: preference };
    });

  async function saveQueued(objectId: PersonId, what: 'waits' | 'looked'): Promise<void> {
    await updateNotice(objectId, (preference) => {
      if (what === 'waits') return scheduleNotification(preference, noticeClock(), deps.timing);
      return preference.dueAt === undefined ? undefined : withoutNotificationSchedule(preference);
    });
    if (queued.get(objectId) === what) queued.delete(objectId);
  }

  /** Teams refuses people without the app. */
  async function send(objectId: PersonId, { choice }: NotificationPreference): Promise<TeamsPostResult> {
    const language = choice === undefined || choice === 'off' ? deps.language : choice;
    const { serviceUrl } = (await deps.targets.read('acu')) ?? deps;
    const to = { objectId, tenantId: deps.tenantId };
    const sent = await postToPerson(deps.connectionTo(serviceUrl), to, pendingWorkMessage({ language, tab: deps.tab }));
    deps.log(sent.kind === 'arrived' ? { event: 'lineSent' } : { event: 'lineFailed', code: sent.code });
    return sent;
  }

  async function notify(objectId: PersonId): Promise<void> {
    // Made again if another server writes meanwhile: the last look counts.
    const taken: { stood: NotificationPreference | undefined } = { stood: undefined };
    await updateNotice(objectId, (preference) => {
      taken.stood = isNotificationDue(preference, noticeClock()) ? preference : undefined;
      return taken.stood && markNotificationSent(taken.stood, noticeClock());
    });
    const { stood: current } = taken;
    if (current === undefined) return;
    const sent = await send(objectId, current);
    if (sent.kind === 'failed' && sent.reason === 'noAnswer') return;
    await updateNotice(objectId, (preference) => {
      if (sent.kind === 'arrived') return withoutNotificationSchedule(preference);
      const { choice: _before, ...rest } = current;
      const unsent = { ...rest, ...(preference.choice && { choice: preference.choice }) };
      return sent.reason === 'refused'
        ? withoutNotificationSchedule(unsent)
        : rescheduleNotification(unsent, noticeClock());
    });
  }

  async function notifyAllDue(): Promise<readonly PromiseSettledResult<void>[]> {
    const due = (await deps.people.listAwaitingNotification()).filter(
      ({ line: preference }) => preference && isNotificationDue(preference, noticeClock()),
    );
    if (due.length === 0) return [];
    const roleHolders = new Set((await Promise.all(configuredRoles.map((role) => deps.holders(role)))).flat());
    const forget = async ({ objectId }: PersonRecord) =>
      void (await updateNotice(objectId, withoutNotificationSchedule));
    return Promise.allSettled(
      due.map((person) => (roleHolders.has(person.objectId) ? notify(person.objectId) : forget(person))),
    );
  }

  function setQueued(objectId: PersonId, what: 'waits' | 'looked'): void {
    if (deps.isEnabled) queued.set(objectId, what);
  }

  return {
    enqueue(people) {
      for (const objectId of people) setQueued(objectId, 'waits');
      if (deps.isEnabled && people.length > 0) deps.onQueued();
    },
    dequeue: (person) => setQueued(person, 'looked'),
    async notifyDue() {
      if (!deps.isEnabled) return;
      const saved = await Promise.allSettled([...queued].map(([objectId, what]) => saveQueued(objectId, what)));
      const failure = [...saved, ...(await notifyAllDue())].find((result) => result.status === 'rejected');
      if (failure) throw failure.reason;
    },
  };
}
