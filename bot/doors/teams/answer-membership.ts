import type { Page } from '../../../cards/page.ts';
import { languageOfLocale } from '../../../concerns/terms/language.ts';
import type { AlertChannels } from '../../alerts/alert-channels.ts';
import type { IncomingActivity } from '../../teams/incoming-activity.ts';
import { objectIdOf } from '../../teams/person.ts';
import { placeEventOf } from '../../teams/place-events.ts';
import type { Welcome } from '../welcome.ts';

export interface MembershipDependencies {
  readonly welcome: Welcome;
  readonly targets: AlertChannels;
}

/**
 * Answers the bot being added, with a page to welcome whoever added it, and removed. Teams tells of each in two kinds of
 * activity: the welcome follows one of them only, and noting twice that a channel is gone is the same as once.
 */
export function createMembershipAnswers(
  deps: MembershipDependencies,
): (activity: IncomingActivity) => Promise<Page | undefined> {
  return async (activity) => {
    const event = placeEventOf(activity);
    if (event) {
      await (event.kind === 'lost' ? deps.targets.lost(event.place, event.why) : deps.targets.found(event.place));
      return undefined;
    }
    const inTeam = activity.conversation.conversationType === 'channel' || activity.channelData?.team?.id !== undefined;
    const added = activity.type === 'installationUpdate' && activity.action?.startsWith('add');
    const objectId = added && !inTeam ? objectIdOf(activity) : undefined;
    return objectId === undefined ? undefined : deps.welcome.page(objectId, languageOfLocale(activity.locale));
  };
}
