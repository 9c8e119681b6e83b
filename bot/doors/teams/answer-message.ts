import type { Page } from '../../../cards/page.ts';
import type { Contacts } from '../../../words/contacts.ts';
import { guidancePage } from '../../../cards/guidance-page.ts';
import { noticePage } from '../../../cards/notice-page.ts';
import { type Language, languageOfLocale, otherLanguage } from '../../../concerns/terms/language.ts';
import type { AlertChannels } from '../../alerts/alert-channels.ts';
import type { Channel } from '../../teams/channel.ts';
import { channelOf } from '../../teams/channel.ts';
import { type ChatCommand, chatCommandIn, languageOfCommand, saysNothing } from './chat-commands.ts';
import type { IncomingActivity } from '../../teams/incoming-activity.ts';
import { personOf } from '../../teams/person.ts';
import type { WeeklySummary } from '../weekly-summary.ts';
import type { Pace } from '../../running/throttle.ts';
import type { Welcome } from '../welcome.ts';

export interface MessageDependencies {
  readonly welcome: Welcome;
  readonly summaries: WeeklySummary;
  readonly targets: AlertChannels;
  readonly contacts: Contacts;
  readonly tenantId: string;
}

/** Whoever types a command in a language is answered in it, whatever their client speaks. */
const languageOf = (activity: IncomingActivity): Language =>
  languageOfCommand(activity.text) ?? languageOfLocale(activity.locale);

/**
 * Answers what people type. Words that are no command are not kept, repeated or answered on what they say: whoever
 * types them is told that the chat is recorded, and shown the button. Nothing comes back where nothing is to be said.
 */
export function createMessageAnswers(
  deps: MessageDependencies,
): (activity: IncomingActivity, pace: Pace) => Promise<Page | undefined> {
  async function inChat(activity: IncomingActivity, command: ChatCommand | undefined): Promise<Page> {
    const language = languageOf(activity);
    const { objectId } = personOf(activity, deps.tenantId);
    switch (command?.kind) {
      case 'week':
        return deps.summaries.chooser(objectId, language);
      case 'health':
        return deps.targets.health(objectId, language, undefined);
      case 'guidance':
        return guidancePage({ language, topic: 'what', contacts: deps.contacts });
      case 'language':
        return deps.welcome.page(objectId, command.wanted ?? otherLanguage(languageOfLocale(activity.locale)));
      case 'greeting':
        return deps.welcome.page(objectId, language);
      default: {
        const note = command === undefined && !saysNothing(activity.text) ? 'chatIsRecorded' : undefined;
        return deps.welcome.page(objectId, language, note);
      }
    }
  }

  async function inChannel(
    activity: IncomingActivity,
    channel: Channel,
    command: ChatCommand | undefined,
  ): Promise<Page | undefined> {
    const language = languageOf(activity);
    const { objectId } = personOf(activity, deps.tenantId);
    if (command?.kind === 'target') return deps.targets.set(objectId, command.target, channel, language);
    if (command?.kind === 'health') return deps.targets.health(objectId, language, channel.channelId);
    return noticePage({ language, notice: 'channelHelp' });
  }

  return async (activity, pace) => {
    if (pace === 'tooOften') return noticePage({ language: languageOf(activity), notice: 'tooOften' });
    const command = chatCommandIn(activity.text);
    const channel = channelOf(activity);
    return channel ? inChannel(activity, channel, command) : inChat(activity, command);
  };
}
