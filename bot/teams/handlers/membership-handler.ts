import type { Page } from '../../../cards/page.ts';
import { languageFromLocale } from '../../../core/model/language.ts';
import type { AlertChannelManager } from '../../jobs/alert-channel-manager.ts';
import type { Subscribers } from '../../jobs/campaigns/subscribers.ts';
import { type EventLog, errorCode } from '../../runtime/event-log.ts';
import { type IncomingActivity, isPersonalChat, getObjectId, parseMembershipEvent } from '../incoming-activity.ts';
import type { WelcomePages } from './welcome-pages.ts';

/**
 * Only `remove` uninstalls: an upgrade adds the new version and removes the old with another action. A twin event
 * brings a missing language.
 */
function parseInstallation(activity: IncomingActivity): 'installed' | 'removed' | undefined {
  if (!isPersonalChat(activity)) return undefined;
  if (activity.type === 'installationUpdate') {
    if (activity.action === 'remove') return 'removed';
    return activity.action === 'add' || activity.action === 'add-upgrade' ? 'installed' : undefined;
  }
  const isAdded = activity.membersAdded?.some(({ id }) => id === activity.recipient.id) ?? false;
  return isAdded && activity.locale !== undefined ? 'installed' : undefined;
}

/** Teams sends each event twice: one welcomes; noting twice is harmless. */
export function createMembershipHandler(deps: {
  readonly welcome: WelcomePages;
  readonly targets: AlertChannelManager;
  readonly reach: Pick<Subscribers, 'addInstalled' | 'remove'>;
  readonly log: EventLog;
}): (activity: IncomingActivity) => Promise<Page | undefined> {
  /** A failure must not stop the welcome. */
  async function recordSubscriber(activity: IncomingActivity): Promise<void> {
    const installation = parseInstallation(activity);
    const { serviceUrl, locale, conversation } = activity;
    const conversationId = conversation.id;
    try {
      if (installation === 'removed') await deps.reach.remove(conversationId);
      if (installation === 'installed')
        await deps.reach.addInstalled({ conversationId, serviceUrl, language: languageFromLocale(locale) });
    } catch (error) {
      deps.log({ event: 'reachFailed', code: errorCode(error) });
    }
  }

  return async (activity) => {
    const event = parseMembershipEvent(activity);
    if (event) {
      await (event.kind === 'lost'
        ? deps.targets.markLost(event.place, event.why)
        : deps.targets.markFound(event.place));
      return undefined;
    }
    await recordSubscriber(activity);
    const inTeam = activity.conversation.conversationType === 'channel' || activity.channelData?.team?.id !== undefined;
    const added = activity.type === 'installationUpdate' && activity.action?.startsWith('add');
    const objectId = added && !inTeam ? getObjectId(activity) : undefined;
    return objectId === undefined ? undefined : deps.welcome.page(objectId, languageFromLocale(activity.locale));
  };
}
