import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { languageOfLocale } from '../../concerns/terms/language.ts';
import type { Door } from '../../dialogs/guide.ts';
import type { AlertChannels } from '../alerts/alert-channels.ts';
import { cardThatOpensDialogs } from '../teams/card-actions.ts';
import type { IncomingActivity } from '../teams/incoming-activity.ts';
import { objectIdOf } from '../teams/person.ts';
import { placeEventOf } from '../teams/place-events.ts';
import type { Welcome } from './welcome.ts';

export interface MembershipDependencies {
  readonly welcome: Welcome;
  readonly targets: AlertChannels;
  readonly door: Door;
}

/**
 * Answers the bot being added and removed. Teams tells of each in two kinds of activity: the welcome follows one of
 * them only, and noting twice that a channel is gone is the same as once.
 */
export function createMembershipAnswers(
  deps: MembershipDependencies,
): (context: TurnContext, activity: IncomingActivity) => Promise<void> {
  async function welcome(context: TurnContext, activity: IncomingActivity): Promise<void> {
    const objectId = objectIdOf(activity);
    if (objectId === undefined) return;
    const card = await deps.welcome.card(objectId, languageOfLocale(activity.locale));
    const shown = deps.door === 'chat' ? card : cardThatOpensDialogs(card);
    await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(shown)));
  }

  return async (context, activity) => {
    const event = placeEventOf(activity);
    if (event?.kind === 'lost') return deps.targets.lost(event.place, event.why);
    if (event?.kind === 'found') return deps.targets.found(event.place);
    const inTeam = activity.conversation.conversationType === 'channel' || activity.channelData?.team?.id !== undefined;
    const added = activity.type === 'installationUpdate' && activity.action?.startsWith('add');
    if (added && !inTeam) await welcome(context, activity);
    return undefined;
  };
}
