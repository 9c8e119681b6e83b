import type { Page } from '../../cards/page.ts';
import { summaryWrongChannelPage, summarySubscriptionTestPage } from '../../cards/summary-subscription-pages.ts';
import {
  forgeryPage,
  alertHealthPage,
  healthRefusedPage,
  unreadableAlertsPage,
  targetFailedPage,
  targetFoundPage,
  targetLostPage,
  targetConflictPage,
  targetMovedAwayPage,
  targetMovedPage,
  targetRefusedPage,
  alertChannelTestPage,
  unacknowledgedAlertPage,
  keyWrappedPage,
} from '../../cards/alert-channel-pages.ts';
import type { AuditedTargets } from '../../core/casework/settings-history.ts';
import type { AlertOutbox } from '../../core/ports/alerts.ts';
import {
  targetDefinitions,
  type AlertTarget,
  type AlertTargets,
  isAlertChannel,
  type TargetLossReason,
  type TargetName,
} from '../../core/model/alert-targets.ts';
import {
  type Audience,
  permittedAlertHealthGroups,
  mayPostSummary,
  roleForTarget,
  summaryAudience,
} from '../../core/model/permissions.ts';
import type { MonotonicClock } from '../../core/model/calendar.ts';
import type { RoleDirectory, PersonId, Role } from '../../core/model/roles.ts';
import type { Language } from '../../core/model/language.ts';
import type { KeyGroup } from '../../core/model/public-keys.ts';
import type { Staffing } from '../../core/model/staffed-hours.ts';
import type { EventLog } from '../runtime/event-log.ts';
import { type ChannelConnection, ChannelError } from '../teams/channel-connection.ts';
import { alertCardActivity } from '../teams/outgoing-activities.ts';
import type { TeamsChannel, TeamsLocation } from '../teams/incoming-activity.ts';

export interface AlertChannelManager {
  /** Posts a test, then makes the channel a target; returns a page if that failed or was refused. */
  set(objectId: PersonId, name: TargetName, channel: TeamsChannel, language: Language): Promise<Page | undefined>;
  /** A channel shows only its own alerts, a personal chat those of the person's roles. */
  health(objectId: PersonId, language: Language, channelId: string | undefined): Promise<Page>;
  /** Notes a loss once and notifies the admins' channel. */
  markLost(place: TeamsLocation, why: TargetLossReason): Promise<void>;
  markFound(place: TeamsLocation): Promise<void>;
  readonly markDelivered: (target: AlertTarget) => Promise<void>;
  /** Teams may move a team. */
  refresh(channel: TeamsChannel): Promise<void>;
  readonly notifyAdmins: (name: TargetName) => Promise<void>;
  /** Names neither message nor reporter. */
  readonly notifyForgery: () => Promise<void>;
  /** Names no case. Resolves to whether it arrived. */
  readonly notifyUnreadable: (alerts: number) => Promise<boolean>;
  /** Names neither case nor person. Resolves to whether it arrived. */
  readonly notifyUnacknowledged: () => Promise<boolean>;
  /** One person gave a group's key to several within an hour. Resolves to whether it arrived. */
  readonly notifyKeyWrapped: (group: KeyGroup, count: number) => Promise<boolean>;
  addListener(listener: ChannelListener): void;
}

interface ChannelListener {
  readonly onTargetSet: () => void;
  readonly onSummaryTargetSet: (audience: Audience) => Promise<void>;
}

export function createAlertChannelManager(deps: {
  readonly targets: AuditedTargets;
  readonly outbox: AlertOutbox;
  readonly directory: RoleDirectory;
  readonly connectionTo: (serviceUrl: string) => ChannelConnection;
  readonly tenantId: string;
  readonly timeZone: string;
  readonly log: EventLog;
}): AlertChannelManager {
  const listeners: ChannelListener[] = [];
  const onTargetSet = (): void => {
    for (const listener of listeners) listener.onTargetSet();
  };

  const post = (target: AlertTarget, page: Page) =>
    deps.connectionTo(target.serviceUrl).post(target.conversationId, target.tenantId, alertCardActivity(page));

  /** Alerts of reserved cases go to the reserve's channel alone, and nothing else goes there. */
  const isMixed = (name: TargetName, channelId: string, all: readonly AlertTarget[]): boolean =>
    all.some(
      (one) =>
        one.conversationId === channelId && targetDefinitions[one.name].handledBy !== targetDefinitions[name].handledBy,
    );

  const findTargets = async ({ channelId, teamId }: TeamsLocation): Promise<readonly AlertTarget[]> =>
    (await deps.targets.all()).filter(
      (target) =>
        target.conversationId === channelId ||
        (teamId !== undefined && (target.teamId === teamId || target.conversationId === teamId)),
    );

  async function restoreTarget(target: AlertTarget): Promise<void> {
    await deps.targets.write({ ...target, lost: false });
    deps.log({ event: 'targetFound', target: target.name });
    onTargetSet();
  }

  async function postToAdmins(page: (language: Language) => Page): Promise<boolean> {
    const admins = await deps.targets.read('admins');
    if (admins === undefined) return false;
    try {
      await post(admins, page(admins.language));
      if (admins.lost) await restoreTarget(admins);
      return true;
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      deps.log({ event: 'alertFailed', target: 'admins', code: 'notTold', attempts: 1 });
      return false;
    }
  }

  const notifyLoss = async (name: TargetName, why: TargetLossReason): Promise<void> => {
    if (name !== 'admins') await postToAdmins((language) => targetLostPage({ language, target: name, why }));
  };

  async function notifyMove(before: AlertTarget, role: Role): Promise<void> {
    const { name: target, language } = before;
    const notifyPrevious = async (): Promise<void> => {
      try {
        await post(before, targetMovedPage({ language, target, role }));
      } catch (error) {
        deps.log({ event: 'targetFailed', target, code: error instanceof ChannelError ? error.code : 'unexpected' });
      }
    };
    await Promise.all([
      notifyPrevious(),
      target === 'admins'
        ? undefined
        : postToAdmins((spoken) => targetMovedAwayPage({ language: spoken, target, role })),
    ]);
  }

  return {
    async set(objectId, name, channel, language) {
      const roles = await deps.directory.getRoles(objectId);
      const role = roleForTarget(roles, name);
      if (role === undefined || isMixed(name, channel.channelId, await deps.targets.all())) {
        deps.log({ event: 'refused', what: 'target' });
        return role === undefined ? targetRefusedPage({ language }) : targetConflictPage({ language });
      }
      const audience = summaryAudience(name);
      if (audience !== undefined && !mayPostSummary(audience, channel.channelId, await deps.targets.all())) {
        deps.log({ event: 'refused', what: 'target' });
        return summaryWrongChannelPage({ language });
      }
      const target: AlertTarget = {
        name,
        conversationId: channel.channelId,
        ...(channel.teamId !== undefined && { teamId: channel.teamId }),
        serviceUrl: channel.serviceUrl,
        tenantId: deps.tenantId,
        language,
        lost: false,
      };
      // First, since a target that takes no posts is worse than the one before it.
      try {
        const page = audience === undefined ? alertChannelTestPage : summarySubscriptionTestPage;
        await post(target, page({ language, target: name }));
      } catch (error) {
        if (!(error instanceof ChannelError)) throw error;
        deps.log({ event: 'targetFailed', target: name, code: error.code });
        return targetFailedPage({ language });
      }
      const before = await deps.targets.read(name);
      await deps.targets.write(target, { objectId });
      deps.log({ event: 'targetSet', target: name });
      if (audience === undefined) onTargetSet();
      else for (const listener of listeners) await listener.onSummaryTargetSet(audience);
      if (before && before.conversationId !== target.conversationId) await notifyMove(before, role);
      return undefined;
    },

    async health(objectId, language, channelId) {
      const all = (await deps.targets.all()).filter(({ name }) => isAlertChannel(name));
      const seen = permittedAlertHealthGroups(await deps.directory.getRoles(objectId));
      const here = all.filter((target) => target.conversationId === channelId);
      const shown =
        channelId === undefined
          ? seen
          : seen.filter((one) => here.some(({ name }) => targetDefinitions[name].handledBy === one));
      if (shown.length === 0) {
        deps.log({ event: 'refused', what: 'health' });
        return healthRefusedPage({ language });
      }
      const rows = await Promise.all(
        shown.map(async (handledBy) => ({ handledBy, ...(await deps.outbox.health(handledBy)) })),
      );
      const targets = all.filter(({ name }) => shown.includes(targetDefinitions[name].handledBy));
      return alertHealthPage({ language, rows, targets, timeZone: deps.timeZone });
    },

    async markLost(place, why) {
      for (const target of await findTargets(place)) {
        if (target.lost) continue; // Teams tells of a removal twice
        await deps.targets.write({ ...target, lost: true });
        deps.log({ event: 'targetLost', target: target.name });
        await notifyLoss(target.name, why);
      }
    },

    async markFound(place) {
      for (const target of await findTargets(place)) if (target.lost) await restoreTarget(target);
    },

    async markDelivered({ name, conversationId }) {
      const current = await deps.targets.read(name);
      if (!current?.lost || current.conversationId !== conversationId) return;
      await restoreTarget(current);
      await postToAdmins((language) => targetFoundPage({ language, target: name }));
    },

    async refresh(channel) {
      for (const target of await findTargets(channel)) {
        // A target from the settings has no team, without which a removal goes unnoticed.
        const teamId = target.teamId ?? channel.teamId;
        if (target.serviceUrl === channel.serviceUrl && target.teamId === teamId) continue;
        await deps.targets.write({
          ...target,
          serviceUrl: channel.serviceUrl,
          ...(teamId !== undefined && { teamId }),
        });
      }
    },

    addListener: (listener) => void listeners.push(listener),
    notifyAdmins: (name) => notifyLoss(name, 'refused'),
    notifyForgery: async () => void (await postToAdmins((language) => forgeryPage({ language }))),
    notifyUnacknowledged: () => postToAdmins((language) => unacknowledgedAlertPage({ language })),
    notifyKeyWrapped: (group, count) => postToAdmins((language) => keyWrappedPage({ language, group, count })),
    notifyUnreadable: (alerts) => postToAdmins((language) => unreadableAlertsPage({ language, alerts })),
  };
}

/** Then cards promise no one on call. */
const cacheMs = 5 * 60_000;

const noOneOnCall: Staffing['onCall'] = { acu: false, reserve: false };

/** Whether there is a channel for someone on call, without a read for each card. */
export function createOnCallWatch(deps: {
  readonly targets: Pick<AlertTargets, 'read'>;
  readonly monotonic: MonotonicClock;
}) {
  let cached = noOneOnCall;
  let readAt = Number.NEGATIVE_INFINITY;
  const isSet = async (name: 'acuOnCall' | 'reserveOnCall'): Promise<boolean> =>
    (await deps.targets.read(name))?.lost === false;
  return {
    onCall: (): Staffing['onCall'] => (deps.monotonic() - readAt < cacheMs ? cached : noOneOnCall),
    /** Throws StoreError; the last read holds for five minutes. */
    look: async (): Promise<void> => {
      const [acu, reserve] = await Promise.all([isSet('acuOnCall'), isSet('reserveOnCall')]);
      cached = { acu, reserve };
      readAt = deps.monotonic();
    },
  };
}
