import type { Page } from '../../cards/page.ts';
import { notHerePage, sendingTestPage } from '../../cards/summary-subscription-pages.ts';
import {
  doubtPage,
  healthPage,
  healthRefusedPage,
  setAsidePage,
  targetFailedPage,
  targetFoundPage,
  targetLostPage,
  targetMixedPage,
  targetMovedAwayPage,
  targetMovedPage,
  targetRefusedPage,
  testPostPage,
  unheardPage,
  wrappedPage,
} from '../../cards/alert-channel-pages.ts';
import type { NotedTargets } from '../../core/casework/settings-history.ts';
import type { AlertOutbox } from '../../core/ports/alerts.ts';
import {
  alertChannels,
  type AlertTarget,
  type AlertTargets,
  isOfAlerts,
  type LossReason,
  type TargetName,
} from '../../core/model/alert-targets.ts';
import { type Audience, healthFor, maySummariseIn, roleForTarget, summaryOf } from '../../core/model/permissions.ts';
import type { Monotonic } from '../../core/model/calendar.ts';
import type { Directory, PersonId, Role } from '../../core/model/directory.ts';
import type { Language } from '../../core/model/language.ts';
import type { KeyGroup } from '../../core/model/recipients.ts';
import type { Staffing } from '../../core/model/staffed-hours.ts';
import type { EventLog } from '../runtime/event-log.ts';
import { type ChannelConnection, ChannelError } from '../teams/channel-connection.ts';
import { channelPost } from '../teams/channel-post.ts';
import type { Channel, Place } from '../teams/incoming-activity.ts';

/** The channels that alerts and summaries go to. People with the role set them and ask about their health. */
export interface AlertChannels {
  /** Posts a test, then makes the channel a target; returns a page to answer with if that failed or was refused. */
  set(objectId: PersonId, name: TargetName, channel: Channel, language: Language): Promise<Page | undefined>;
  /** In a channel only the alerts that come there, in a personal chat those of the person's roles. */
  health(objectId: PersonId, language: Language, channelId: string | undefined): Promise<Page>;
  /** Notes once that the bot left or the channel is gone, and tells the admins' channel. */
  lost(place: Place, why: LossReason): Promise<void>;
  found(place: Place): Promise<void>;
  readonly arrived: (target: AlertTarget) => Promise<void>;
  /** Keeps a target's service address and team current: Teams may move a team. */
  refresh(channel: Channel): Promise<void>;
  readonly tellAdmins: (name: TargetName) => Promise<void>;
  /** Says not which message, nor to whom. */
  readonly tellOfDoubt: () => Promise<void>;
  /** Says of no case. Resolves to whether they were told. */
  readonly tellOfSetAside: (alerts: number) => Promise<boolean>;
  /** Says not which case, nor whose. Resolves to whether they were told. */
  readonly tellOfUnheard: () => Promise<boolean>;
  /** One person gave the key of a group to several within an hour. Resolves to whether they were told. */
  readonly tellOfWrapped: (group: KeyGroup, count: number) => Promise<boolean>;
  listen(listener: ChannelListener): void;
}

interface ChannelListener {
  readonly onTargetSet: () => void;
  readonly onSummaryPlace: (audience: Audience) => Promise<void>;
}

export function createAlertChannels(deps: {
  readonly targets: NotedTargets;
  readonly outbox: AlertOutbox;
  readonly directory: Directory;
  readonly connectionTo: (serviceUrl: string) => ChannelConnection;
  readonly tenantId: string;
  readonly timeZone: string;
  readonly log: EventLog;
}): AlertChannels {
  const listeners: ChannelListener[] = [];
  const onTargetSet = (): void => {
    for (const listener of listeners) listener.onTargetSet();
  };

  const post = (target: AlertTarget, page: Page) =>
    deps.connectionTo(target.serviceUrl).post(target.conversationId, target.tenantId, channelPost(page));

  /** Alerts of reserved cases come to the reserve's channel and nowhere else, and nothing else comes there. */
  const mixes = (name: TargetName, channelId: string, all: readonly AlertTarget[]): boolean =>
    all.some((one) => one.conversationId === channelId && alertChannels[one.name].of !== alertChannels[name].of);

  const inPlace = async ({ channelId, teamId }: Place): Promise<readonly AlertTarget[]> =>
    (await deps.targets.all()).filter(
      (target) =>
        target.conversationId === channelId ||
        (teamId !== undefined && (target.teamId === teamId || target.conversationId === teamId)),
    );

  async function regain(target: AlertTarget): Promise<void> {
    await deps.targets.write({ ...target, lost: false });
    deps.log({ event: 'targetFound', target: target.name });
    onTargetSet();
  }

  async function toAdmins(page: (language: Language) => Page): Promise<boolean> {
    const admins = await deps.targets.read('admins');
    if (admins === undefined) return false;
    try {
      await post(admins, page(admins.language));
      if (admins.lost) await regain(admins);
      return true;
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      deps.log({ event: 'alertFailed', target: 'admins', code: 'notTold', attempts: 1 });
      return false;
    }
  }

  const tellLoss = async (name: TargetName, why: LossReason): Promise<void> => {
    if (name !== 'admins') await toAdmins((language) => targetLostPage({ language, target: name, why }));
  };

  async function tellOfMove(before: AlertTarget, role: Role): Promise<void> {
    const { name: target, language } = before;
    const toOld = async (): Promise<void> => {
      try {
        await post(before, targetMovedPage({ language, target, role }));
      } catch (error) {
        deps.log({ event: 'targetFailed', target, code: error instanceof ChannelError ? error.code : 'unexpected' });
      }
    };
    await Promise.all([
      toOld(),
      target === 'admins' ? undefined : toAdmins((spoken) => targetMovedAwayPage({ language: spoken, target, role })),
    ]);
  }

  return {
    async set(objectId, name, channel, language) {
      const held = await deps.directory.rolesOf(objectId);
      const role = roleForTarget(held, name);
      if (role === undefined || mixes(name, channel.channelId, await deps.targets.all())) {
        deps.log({ event: 'refused', what: 'target' });
        return role === undefined ? targetRefusedPage({ language }) : targetMixedPage({ language });
      }
      const audience = summaryOf(name);
      if (audience !== undefined && !maySummariseIn(audience, channel.channelId, await deps.targets.all())) {
        deps.log({ event: 'refused', what: 'target' });
        return notHerePage({ language });
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
      // The test post comes first: a target that takes no posts is worse than the one before it.
      try {
        const page = audience === undefined ? testPostPage : sendingTestPage;
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
      else for (const listener of listeners) await listener.onSummaryPlace(audience);
      if (before && before.conversationId !== target.conversationId) await tellOfMove(before, role);
      return undefined;
    },

    async health(objectId, language, channelId) {
      const all = (await deps.targets.all()).filter(({ name }) => isOfAlerts(name));
      const seen = healthFor(await deps.directory.rolesOf(objectId));
      const here = all.filter((target) => target.conversationId === channelId);
      const shown =
        channelId === undefined ? seen : seen.filter((one) => here.some(({ name }) => alertChannels[name].of === one));
      if (shown.length === 0) {
        deps.log({ event: 'refused', what: 'health' });
        return healthRefusedPage({ language });
      }
      const rows = await Promise.all(
        shown.map(async (handledBy) => ({ handledBy, ...(await deps.outbox.health(handledBy)) })),
      );
      const targets = all.filter(({ name }) => shown.includes(alertChannels[name].of));
      return healthPage({ language, rows, targets, timeZone: deps.timeZone });
    },

    async lost(place, why) {
      for (const target of await inPlace(place)) {
        if (target.lost) continue; // Teams tells of a removal twice
        await deps.targets.write({ ...target, lost: true });
        deps.log({ event: 'targetLost', target: target.name });
        await tellLoss(target.name, why);
      }
    },

    async found(place) {
      for (const target of await inPlace(place)) if (target.lost) await regain(target);
    },

    async arrived({ name, conversationId }) {
      const standing = await deps.targets.read(name);
      if (!standing?.lost || standing.conversationId !== conversationId) return;
      await regain(standing);
      await toAdmins((language) => targetFoundPage({ language, target: name }));
    },

    async refresh(channel) {
      for (const target of await inPlace(channel)) {
        // A target out of the settings does not know its team, without which a removal is not noticed.
        const teamId = target.teamId ?? channel.teamId;
        if (target.serviceUrl === channel.serviceUrl && target.teamId === teamId) continue;
        await deps.targets.write({
          ...target,
          serviceUrl: channel.serviceUrl,
          ...(teamId !== undefined && { teamId }),
        });
      }
    },

    listen: (listener) => void listeners.push(listener),
    tellAdmins: (name) => tellLoss(name, 'refused'),
    tellOfDoubt: async () => void (await toAdmins((language) => doubtPage({ language }))),
    tellOfUnheard: () => toAdmins((language) => unheardPage({ language })),
    tellOfWrapped: (group, count) => toAdmins((language) => wrappedPage({ language, group, count })),
    tellOfSetAside: (alerts) => toAdmins((language) => setAsidePage({ language, alerts })),
  };
}

/** After that cards promise no one on call. */
const holdsMs = 5 * 60_000;

const nobody: Staffing['onCall'] = { acu: false, reserve: false };

/** Knows whether there is a channel for someone on call, without a read for each card. */
export function createOnCallWatch(deps: {
  readonly targets: Pick<AlertTargets, 'read'>;
  readonly monotonic: Monotonic;
}) {
  let known = nobody;
  let readAt = Number.NEGATIVE_INFINITY;
  const isSet = async (name: 'acuOnCall' | 'reserveOnCall'): Promise<boolean> =>
    (await deps.targets.read(name))?.lost === false;
  return {
    /** No one if it is not known. */
    onCall: (): Staffing['onCall'] => (deps.monotonic() - readAt < holdsMs ? known : nobody),
    /** Throws StoreError; the read before holds for five minutes. */
    look: async (): Promise<void> => {
      const [acu, reserve] = await Promise.all([isSet('acuOnCall'), isSet('reserveOnCall')]);
      known = { acu, reserve };
      readAt = deps.monotonic();
    },
  };
}
