import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import type { Card } from '../../cards/card.ts';
import type { Contacts } from '../../words/contacts.ts';
import { guidanceCard } from '../../cards/guidance-card.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { type Language, languageOfLocale, otherLanguage } from '../../concerns/terms/language.ts';
import type { Door } from '../../dialogs/guide.ts';
import type { AlertChannels } from '../alerts/alert-channels.ts';
import type { Channel } from '../teams/channel.ts';
import { channelOf } from '../teams/channel.ts';
import { type ChatCommand, chatCommandIn, languageOfCommand, saysNothing } from './chat-commands.ts';
import { cardThatOpensDialogs } from '../teams/card-actions.ts';
import type { IncomingActivity } from '../teams/incoming-activity.ts';
import { personOf } from '../teams/person.ts';
import type { WeeklySummary } from './weekly-summary.ts';
import type { Pace } from '../running/throttle.ts';
import type { Welcome } from './welcome.ts';

export interface MessageDependencies {
  readonly welcome: Welcome;
  readonly summaries: WeeklySummary;
  readonly targets: AlertChannels;
  readonly contacts: Contacts;
  readonly tenantId: string;
  readonly door: Door;
}

/** Whoever types a command in a language is answered in it, whatever their client speaks. */
const languageOf = (activity: IncomingActivity): Language =>
  languageOfCommand(activity.text) ?? languageOfLocale(activity.locale);

/**
 * Answers what people type. Words that are no command are not kept, repeated or answered on what they say: whoever
 * types them is told that the chat is recorded, and shown the button.
 */
export function createMessageAnswers(
  deps: MessageDependencies,
): (context: TurnContext, activity: IncomingActivity, pace: Pace) => Promise<void> {
  const send = async (context: TurnContext, card: Card): Promise<void> => {
    const shown = deps.door === 'chat' ? card : cardThatOpensDialogs(card);
    await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(shown)));
  };

  async function inChat(
    context: TurnContext,
    activity: IncomingActivity,
    command: ChatCommand | undefined,
  ): Promise<void> {
    const language = languageOf(activity);
    const { objectId } = personOf(activity, deps.tenantId);
    switch (command?.kind) {
      case 'week':
        return send(context, await deps.summaries.chooser(objectId, language, deps.door));
      case 'health':
        return send(context, await deps.targets.health(objectId, language, undefined));
      case 'guidance':
        return send(context, guidanceCard({ language, topic: 'what', contacts: deps.contacts, door: deps.door }));
      case 'language':
        return send(
          context,
          await deps.welcome.card(objectId, command.wanted ?? otherLanguage(languageOfLocale(activity.locale))),
        );
      case 'greeting':
        return send(context, await deps.welcome.card(objectId, language));
      default: {
        const note = command === undefined && !saysNothing(activity.text) ? 'chatIsRecorded' : undefined;
        return send(context, await deps.welcome.card(objectId, language, note));
      }
    }
  }

  async function inChannel(
    context: TurnContext,
    activity: IncomingActivity,
    channel: Channel,
    command: ChatCommand | undefined,
  ): Promise<void> {
    const language = languageOf(activity);
    const { objectId } = personOf(activity, deps.tenantId);
    if (command?.kind === 'target') {
      const answer = await deps.targets.set(objectId, command.target, channel, language);
      return answer && send(context, answer);
    }
    if (command?.kind === 'health')
      return send(context, await deps.targets.health(objectId, language, channel.channelId));
    return send(context, noticeCard({ language, notice: 'channelHelp', door: deps.door }));
  }

  return (context, activity, pace) => {
    if (pace === 'tooOften') {
      const language = languageOf(activity);
      return send(context, noticeCard({ language, notice: 'tooOften', door: deps.door }));
    }
    const command = chatCommandIn(activity.text);
    const channel = channelOf(activity);
    return channel ? inChannel(context, activity, channel, command) : inChat(context, activity, command);
  };
}
