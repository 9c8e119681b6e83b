import type { Page } from '../../../cards/page.ts';
import { languageOfLocale } from '../../../core/model/language.ts';
import type { AlertChannels } from '../../jobs/alert-channels.ts';
import type { Reach } from '../../jobs/campaigns/subscribers.ts';
import { type EventLog, troubleCode } from '../../runtime/event-log.ts';
import { type IncomingActivity, isPersonalChat, objectIdOf, placeEventOf } from '../incoming-activity.ts';
import type { Welcome } from './welcome.ts';

/**
 * Only `remove` uninstalls: an upgrade adds the new version and removes the old with another action. A twin event
 * brings a missing language.
 */
function appIn(activity: IncomingActivity): 'installed' | 'removed' | undefined {
  if (!isPersonalChat(activity)) return undefined;
  if (activity.type === 'installationUpdate') {
    if (activity.action === 'remove') return 'removed';
    return activity.action === 'add' || activity.action === 'add-upgrade' ? 'installed' : undefined;
  }
  const isAdded = activity.membersAdded?.some(({ id }) => id === activity.recipient.id) ?? false;
  return isAdded && activity.locale !== undefined ? 'installed' : undefined;
}

/**
 * Welcomes the person who added the bot, and notes removals. Teams tells of each twice: one is welcomed; noting twice
 * is harmless.
 */
export function createMembershipAnswers(deps: {
  readonly welcome: Welcome;
  readonly targets: AlertChannels;
  readonly reach: Pick<Reach, 'installed' | 'removed'>;
  readonly log: EventLog;
}): (activity: IncomingActivity) => Promise<Page | undefined> {
  /** A failure must not stop the welcome. */
  async function noteReach(activity: IncomingActivity): Promise<void> {
    const app = appIn(activity);
    const { serviceUrl, locale, conversation } = activity;
    const conversationId = conversation.id;
    try {
      if (app === 'removed') await deps.reach.removed(conversationId);
      if (app === 'installed')
        await deps.reach.installed({ conversationId, serviceUrl, language: languageOfLocale(locale) });
    } catch (error) {
      deps.log({ event: 'reachFailed', code: troubleCode(error) });
    }
  }

  return async (activity) => {
    const event = placeEventOf(activity);
    if (event) {
      await (event.kind === 'lost' ? deps.targets.lost(event.place, event.why) : deps.targets.found(event.place));
      return undefined;
    }
    await noteReach(activity);
    const inTeam = activity.conversation.conversationType === 'channel' || activity.channelData?.team?.id !== undefined;
    const added = activity.type === 'installationUpdate' && activity.action?.startsWith('add');
    const objectId = added && !inTeam ? objectIdOf(activity) : undefined;
    return objectId === undefined ? undefined : deps.welcome.page(objectId, languageOfLocale(activity.locale));
  };
}
