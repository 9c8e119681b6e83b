import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { languageOfLocale } from '../concerns/language.ts';
import type { Door } from '../dialogs/guide.ts';
import type { TargetDesk } from './alerts/target-desk.ts';
import { cardThatOpensDialogs } from './doors/card-actions.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import { personOf } from './person.ts';
import type { WelcomeDesk } from './welcome-desk.ts';

export interface MembershipDependencies {
  readonly welcome: WelcomeDesk;
  readonly targets: TargetDesk;
  readonly tenantId: string;
  readonly door: Door;
}

/** What can happen to a channel or a whole team, the bot in it or not. An archived team takes no posts. */
const channelEvents: Readonly<Record<string, 'lost' | 'found'>> = {
  channelDeleted: 'lost',
  channelRestored: 'found',
};
const teamEvents: Readonly<Record<string, 'lost' | 'found'>> = {
  teamDeleted: 'lost',
  teamHardDeleted: 'lost',
  teamArchived: 'lost',
  teamUnarchived: 'found',
  teamRestored: 'found',
};

/**
 * Answers the bot being added and removed. Teams tells of each in two kinds of activity: the welcome follows one of
 * them only, and noting twice that a channel is gone is the same as once.
 */
export function createMembershipAnswers(
  deps: MembershipDependencies,
): (context: TurnContext, activity: IncomingActivity) => Promise<void> {
  async function welcome(context: TurnContext, activity: IncomingActivity): Promise<void> {
    const { objectId } = personOf(activity, deps.tenantId);
    const card = await deps.welcome.card(objectId, languageOfLocale(activity.locale));
    const shown = deps.door === 'chat' ? card : cardThatOpensDialogs(card);
    await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(shown)));
  }

  return async (context, activity) => {
    const { channel, eventType = '' } = activity.channelData ?? {};
    const team = activity.channelData?.team?.id;
    const inTeam = activity.conversation.conversationType === 'channel' || team !== undefined;
    const bot = activity.recipient.id;
    const [conversation] = activity.conversation.id.split(';messageid=');
    const place = [conversation ?? activity.conversation.id, team] as const;
    const removed =
      (activity.type === 'installationUpdate' && activity.action?.startsWith('remove')) ||
      activity.membersRemoved?.some((member) => member.id === bot);
    const added =
      (activity.type === 'installationUpdate' && activity.action?.startsWith('add')) ||
      activity.membersAdded?.some((member) => member.id === bot);
    const ofChannel = channelEvents[eventType];
    if (ofChannel && channel?.id !== undefined) return deps.targets[ofChannel](channel.id, undefined);
    const ofTeam = teamEvents[eventType];
    if (ofTeam) return deps.targets[ofTeam](...place);
    if (removed && inTeam) return deps.targets.lost(...place);
    if (added && inTeam) return deps.targets.found(...place);
    if (added && activity.type === 'installationUpdate') await welcome(context, activity);
    return undefined;
  };
}
