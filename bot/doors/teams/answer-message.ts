import type { Callout } from '../../../cards/callout.ts';
import { channelHelpPage } from '../../../cards/channel-help-page.ts';
import { type ChatNote, chatNotes } from '../../../cards/chat-notes.ts';
import type { Page } from '../../../cards/page.ts';
import type { Contacts } from '../../../words/contacts.ts';
import { guidancePage } from '../../../cards/guidance-page.ts';
import { contentsId, type LiveTopics } from '../../../guidance/topic.ts';
import { noticePage } from '../../../cards/notice-page.ts';
import { type Language, languageOfLocale, otherLanguage } from '../../../concerns/terms/language.ts';
import type { Staffing } from '../../../concerns/terms/staffed-hours.ts';
import type { AlertChannels } from '../../alerts/alert-channels.ts';
import type { NamedChannels } from '../../campaigns/named-channels.ts';
import type { SummarySending } from '../../alerts/summary-sending.ts';
import {
  type Channel,
  channelOf,
  type IncomingActivity,
  isPersonalChat,
  personOf,
} from '../../teams/incoming-activity.ts';
import { type ChatCommand, chatCommandIn, languageOfCommand } from './chat-commands.ts';
import { type MessageChoices, withMessages } from './message-choices.ts';
import { type TypedWords, typedWords } from './typed-words.ts';
import type { WeeklySummary } from '../weekly-summary.ts';
import type { Pace } from '../../running/throttle.ts';
import type { Welcome } from '../welcome.ts';

export interface MessageDependencies {
  readonly welcome: Welcome;
  readonly summaries: WeeklySummary;
  readonly targets: AlertChannels;
  readonly sending: SummarySending;
  readonly channels: NamedChannels;
  readonly messages: MessageChoices;
  readonly contacts: Contacts;
  readonly staffing: () => Staffing;
  readonly topicsNow: LiveTopics;
  readonly tenantId: string;
}

interface Typed {
  readonly language: Language;
  readonly notes: readonly ChatNote[];
  readonly callouts: readonly Callout[];
}

const languageOf = (activity: IncomingActivity, typed: TypedWords): Language =>
  languageOfCommand(activity.text) ?? typed.language ?? languageOfLocale(activity.locale);

/**
 * Answers typed messages; `undefined` if nothing is to be said. Words are not kept or repeated: people are told that
 * the chat is recorded. Before that comes 999 for words of danger, even to someone who types too fast, and a warning
 * about a possible return code.
 */
export function createMessageAnswers(
  deps: MessageDependencies,
): (activity: IncomingActivity, pace: Pace) => Promise<Page | undefined> {
  async function inChat(
    activity: IncomingActivity,
    command: ChatCommand | undefined,
    { language, notes }: Typed,
  ): Promise<Page> {
    const { objectId } = personOf(activity, deps.tenantId);
    switch (command?.kind) {
      case 'week':
        return isPersonalChat(activity)
          ? deps.summaries.latest(objectId, language)
          : noticePage({ language, notice: 'summaryElsewhere' });
      case 'health':
        return deps.targets.health(objectId, language, undefined);
      case 'sending':
        return deps.sending.health(objectId, language, undefined);
      case 'guidance':
        return withMessages(
          guidancePage({ language, topic: contentsId, topics: deps.topicsNow(), contacts: deps.contacts }),
          activity,
        );
      case 'messages':
        return deps.messages.page(activity, { ...(command.choice && { choice: command.choice }), language });
      case 'language':
        return deps.welcome.page(objectId, command.wanted ?? otherLanguage(languageOfLocale(activity.locale)));
      case 'target':
      case 'noSummary':
      case 'campaign':
      case 'noCampaign':
        return noticePage({ language, notice: 'channelOnly' });
      case 'greeting':
        return deps.welcome.page(objectId, language);
      case undefined:
        return notes.length === 0
          ? deps.welcome.page(objectId, language)
          : deps.welcome.afterWords(objectId, language, notes);
      default:
        return command satisfies never;
    }
  }

  async function inChannel(
    activity: IncomingActivity,
    channel: Channel,
    command: ChatCommand | undefined,
    { language, callouts }: Typed,
  ): Promise<Page | undefined> {
    const { objectId } = personOf(activity, deps.tenantId);
    if (command?.kind === 'target') return deps.targets.set(objectId, command.target, channel, language);
    if (command?.kind === 'health') return deps.targets.health(objectId, language, channel.channelId);
    if (command?.kind === 'sending') return deps.sending.health(objectId, language, channel.channelId);
    if (command?.kind === 'noSummary') return deps.sending.stop(objectId, language, channel.channelId);
    if (command?.kind === 'campaign') return deps.channels.name(objectId, channel, language);
    if (command?.kind === 'noCampaign') return deps.channels.unname(objectId, channel, language);
    return channelHelpPage({ language, callouts });
  }

  return async (activity, pace) => {
    const typed = typedWords(activity.text);
    const language = languageOf(activity, typed);
    const callouts = chatNotes(language, { contacts: deps.contacts, staffing: deps.staffing() }, typed.notes);
    if (pace === 'tooOften') return noticePage({ language, notice: 'tooOften', callouts });
    const command = chatCommandIn(activity.text);
    const channel = channelOf(activity);
    return channel
      ? inChannel(activity, channel, command, { language, notes: typed.notes, callouts })
      : inChat(activity, command, { language, notes: typed.notes, callouts });
  };
}
