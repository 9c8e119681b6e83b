import type { Page } from '../../../cards/page.ts';
import { languageOfLocale } from '../../../concerns/terms/language.ts';
import type { AlertChannels } from '../../alerts/alert-channels.ts';
import type { Reach } from '../../campaigns/reach.ts';
import { type EventLog, troubleCode } from '../../running/event-log.ts';
import { isPersonalChat } from '../../teams/channel.ts';
import type { IncomingActivity } from '../../teams/incoming-activity.ts';
import { objectIdOf } from '../../teams/person.ts';
import { placeEventOf } from '../../teams/place-events.ts';
import type { Welcome } from '../welcome.ts';

export interface MembershipDependencies {
  readonly welcome: Welcome;
  readonly targets: AlertChannels;
  readonly reach: Pick<Reach, 'installed' | 'removed'>;
  readonly log: EventLog;
}

/**
 * Reads what became of the app in somebody's own chat. An upgrade adds it again, and removes an old version
 * with a word of its own: only `remove` says that it is gone. Whoever is told of an installation without a language
 * waits for its twin, which has one.
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
 * Answers the bot being added, with a page to welcome whoever added it, and removed. Teams tells of each in two kinds of
 * activity: the welcome follows one of them only, and noting twice that a channel is gone, or that somebody has the app,
 * is the same as once.
 */
export function createMembershipAnswers(
  deps: MembershipDependencies,
): (activity: IncomingActivity) => Promise<Page | undefined> {
  /** Who has the app is for messages alone: where it cannot be noted, whoever came is welcomed all the same. */
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
