import type { Callout } from '../../../cards/page.ts';
import { channelHelpPage } from '../../../cards/channel-help-page.ts';
import { type ChatNote, chatNoteCallouts } from '../../../cards/chat-reply-page.ts';
import type { Page } from '../../../cards/page.ts';
import type { Contacts } from '../../../words/contacts.ts';
import { guidancePage } from '../../../cards/guidance-page.ts';
import { contentsPageId, type GetTopics } from '../../../guidance/topic.ts';
import { noticePage } from '../../../cards/notice-page.ts';
import { type Language, languageFromLocale, languages, otherLanguage } from '../../../core/model/language.ts';
import type { Staffing } from '../../../core/model/staffed-hours.ts';
import type { AlertChannelManager } from '../../jobs/alert-channel-manager.ts';
import type { CampaignChannelDirectory } from '../../jobs/campaigns/channel-directory.ts';
import type { SummarySubscriptions } from '../../jobs/summary-subscriptions.ts';
import {
  type TeamsChannel,
  getChannel,
  type IncomingActivity,
  isPersonalChat,
  getPerson,
} from '../incoming-activity.ts';
import { type MessageSubscriptionPages, withMessageSubscriptionButton } from './message-subscription-pages.ts';
import type { WeeklySummaryPages } from './weekly-summary-pages.ts';
import type { RateLimitResult } from '../../runtime/rate-limiter.ts';
import type { WelcomePages } from './welcome-pages.ts';
import type { SubscriptionPreference } from '../../../core/model/subscriber.ts';
import { type TargetName, targetNames } from '../../../core/model/alert-targets.ts';
import { alertChannelWords } from '../../../words/alert-channels.ts';
import { parseReturnCode, returnCodeLength } from '../../../core/model/return-code.ts';
import { containsReturnCodeWords, readReturnCode } from '../../../core/model/return-code-words.ts';
import { returnCodeWords } from '../../../crypto/word-lists/return-code-words.ts';
import { stripPunctuation } from '../../../core/model/crockford32.ts';

interface ReplyContext {
  readonly language: Language;
  readonly notes: readonly ChatNote[];
  readonly callouts: readonly Callout[];
}

const messageLanguage = (activity: IncomingActivity, typed: MessageClass): Language =>
  commandLanguage(activity.text) ?? typed.language ?? languageFromLocale(activity.locale);

/**
 * `undefined` for silence. It neither stores nor repeats words, and says that the chat is recorded. Words of danger get
 * 999 first, even from someone who types too fast, and a possible return code a warning.
 */
export function createMessageHandler(deps: {
  readonly welcome: WelcomePages;
  readonly summaries: WeeklySummaryPages;
  readonly targets: AlertChannelManager;
  readonly summarySubscription: SummarySubscriptions;
  readonly channels: CampaignChannelDirectory;
  readonly messages: MessageSubscriptionPages;
  readonly contacts: Contacts;
  readonly staffing: () => Staffing;
  readonly topicsNow: GetTopics;
  readonly tenantId: string;
}): (activity: IncomingActivity, rateLimit: RateLimitResult) => Promise<Page | undefined> {
  async function answerChat(
    activity: IncomingActivity,
    command: ChatCommand | undefined,
    { language, notes }: ReplyContext,
  ): Promise<Page> {
    const { objectId } = getPerson(activity, deps.tenantId);
    switch (command?.kind) {
      case 'week':
        return isPersonalChat(activity)
          ? deps.summaries.latest(objectId, language)
          : noticePage({ language, notice: 'summaryElsewhere' });
      case 'health':
        return deps.targets.health(objectId, language, undefined);
      case 'sending':
        return deps.summarySubscription.health(objectId, language, undefined);
      case 'guidance':
        return withMessageSubscriptionButton(
          guidancePage({ language, topic: contentsPageId, topics: deps.topicsNow(), contacts: deps.contacts }),
          activity,
        );
      case 'messages':
        return deps.messages.page(activity, { ...(command.choice && { choice: command.choice }), language });
      case 'language':
        return deps.welcome.page(objectId, command.wanted ?? otherLanguage(languageFromLocale(activity.locale)));
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
          : deps.welcome.messageReply(objectId, language, notes);
      default:
        return command satisfies never;
    }
  }

  async function answerChannel(
    activity: IncomingActivity,
    channel: TeamsChannel,
    command: ChatCommand | undefined,
    { language, callouts }: ReplyContext,
  ): Promise<Page | undefined> {
    const { objectId } = getPerson(activity, deps.tenantId);
    if (command?.kind === 'target') return deps.targets.set(objectId, command.target, channel, language);
    if (command?.kind === 'health') return deps.targets.health(objectId, language, channel.channelId);
    if (command?.kind === 'sending') return deps.summarySubscription.health(objectId, language, channel.channelId);
    if (command?.kind === 'noSummary')
      return deps.summarySubscription.unsubscribeChannel(objectId, language, channel.channelId);
    if (command?.kind === 'campaign') return deps.channels.add(objectId, channel, language);
    if (command?.kind === 'noCampaign') return deps.channels.remove(objectId, channel, language);
    return channelHelpPage({ language, callouts });
  }

  return async (activity, rateLimit) => {
    const typed = classifyMessage(activity.text);
    const language = messageLanguage(activity, typed);
    const callouts = chatNoteCallouts(language, { contacts: deps.contacts, staffing: deps.staffing() }, typed.notes);
    if (rateLimit === 'tooOften') return noticePage({ language, notice: 'tooOften', callouts });
    const command = parseChatCommand(activity.text);
    const channel = getChannel(activity);
    return channel
      ? answerChannel(activity, channel, command, { language, notes: typed.notes, callouts })
      : answerChat(activity, command, { language, notes: typed.notes, callouts });
  };
}

/** Reporting is no command: a menu would post it as the person's own message. */
export type ChatCommand =
  | {
      readonly kind: 'greeting' | 'guidance' | 'week' | 'health' | 'sending' | 'noSummary' | 'campaign' | 'noCampaign';
    }
  | { readonly kind: 'language'; readonly wanted?: Language }
  | { readonly kind: 'messages'; readonly choice?: SubscriptionPreference }
  | { readonly kind: 'target'; readonly target: TargetName };

type CommandMatch = { readonly command: ChatCommand; readonly language: Language };

const commandEntries = (language: Language, command: ChatCommand, ...texts: readonly string[]) =>
  texts.map((text): [string, CommandMatch] => [text, { command, language }]);
/** Today's name and an earlier one. */
const alertChannelCommands = targetNames.flatMap((target) => {
  const { typed, alsoTyped } = alertChannelWords[target];
  return languages.flatMap((language) => {
    const texts = [typed[language], alsoTyped?.[language]].filter((text) => text !== undefined);
    return commandEntries(language, { kind: 'target', target }, ...texts);
  });
});

const commands: ReadonlyMap<string, CommandMatch> = new Map([
  ...commandEntries('en', { kind: 'greeting' }, 'hi', 'hello', 'hey', 'help'),
  ...commandEntries(
    'cy',
    { kind: 'greeting' },
    'helo',
    'shwmae',
    'shwmai',
    "s'mae",
    'bore da',
    'prynhawn da',
    'cymorth',
  ),
  ...commandEntries('en', { kind: 'guidance' }, 'guidance'),
  ...commandEntries('cy', { kind: 'guidance' }, 'canllawiau', 'arweiniad'),
  ...commandEntries('en', { kind: 'language' }, 'language'),
  ...commandEntries('cy', { kind: 'language' }, 'iaith'),
  ...commandEntries('en', { kind: 'language', wanted: 'cy' }, 'welsh'),
  ...commandEntries('cy', { kind: 'language', wanted: 'cy' }, 'cymraeg'),
  ...commandEntries('en', { kind: 'language', wanted: 'en' }, 'english'),
  ...commandEntries('cy', { kind: 'language', wanted: 'en' }, 'saesneg'),
  ...commandEntries('en', { kind: 'messages' }, 'messages'),
  ...commandEntries('cy', { kind: 'messages' }, 'negeseuon'),
  ...commandEntries('en', { kind: 'messages', choice: 'none' }, 'stop messages', 'no messages', 'unsubscribe'),
  ...commandEntries('cy', { kind: 'messages', choice: 'none' }, 'stopio negeseuon', 'dim negeseuon', 'dad-danysgrifio'),
  ...commandEntries('en', { kind: 'messages', choice: 'pause' }, 'pause messages'),
  ...commandEntries('cy', { kind: 'messages', choice: 'pause' }, 'oedi negeseuon'),
  ...commandEntries('en', { kind: 'messages', choice: 'receive' }, 'receive messages', 'start messages'),
  ...commandEntries('cy', { kind: 'messages', choice: 'receive' }, 'derbyn negeseuon', 'dechrau negeseuon'),
  ...commandEntries('en', { kind: 'week' }, 'weekly summary'),
  ...commandEntries('cy', { kind: 'week' }, 'crynodeb wythnosol'),
  ...commandEntries('en', { kind: 'health' }, 'alert health'),
  ...commandEntries('cy', { kind: 'health' }, 'cyflwr rhybuddion'),
  ...commandEntries('en', { kind: 'sending' }, 'summary health'),
  ...commandEntries('cy', { kind: 'sending' }, 'cyflwr crynodebau'),
  ...commandEntries('en', { kind: 'noSummary' }, 'no summary here'),
  ...commandEntries('cy', { kind: 'noSummary' }, 'dim crynodeb yma'),
  ...commandEntries('en', { kind: 'campaign' }, 'campaign here'),
  ...commandEntries('cy', { kind: 'campaign' }, 'ymgyrch yma'),
  ...commandEntries('en', { kind: 'noCampaign' }, 'no campaign here'),
  ...commandEntries('cy', { kind: 'noCampaign' }, 'dim ymgyrch yma'),
  ...alertChannelCommands,
]);

const withoutMention = (text: string): string => text.replace(/<at>[^<]*<\/at>/gu, ' ');

export const parseChatCommand = (text: string | undefined): ChatCommand | undefined => matchCommand(text)?.command;

export const commandLanguage = (text: string | undefined): Language | undefined => matchCommand(text)?.language;

function matchCommand(text: string | undefined): CommandMatch | undefined {
  if (text === undefined || text.length > 500) return undefined;
  const words = withoutMention(text)
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[.!?,]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
  return commands.get(words);
}

export const isEmptyMessage = (text: string | undefined): boolean => withoutMention(text ?? '').trim() === '';

const maxTextLength = 30_000;

/** Given by mistake, 999 costs nothing. */
const dangerPhrases: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'urgent',
    'urgently',
    'emergency',
    'danger',
    'in danger',
    'dangerous',
    'at risk',
    'not safe',
    'unsafe',
    'help me',
    'help us',
    'need help',
    'please help',
    'sos',
    '999',
    'kill',
    'suicide',
    'suicidal',
  ],
  cy: [
    'brys',
    'ar frys',
    'frys',
    'mrys',
    'argyfwng',
    'mewn argyfwng',
    'hargyfwng',
    'perygl',
    'mewn perygl',
    'berygl',
    'pherygl',
    'mherygl',
    'peryglus',
    'beryglus',
    'ddim yn ddiogel',
    'help fi',
    'helpa fi',
    'helpwch',
    'helpwch fi',
    'helpwch ni',
    'angen help',
    'angen cymorth',
    'lladd',
    'ladd',
    'hunanladdiad',
  ],
};

const normaliseWords = (text: string): string =>
  limitCombiningMarks(text.slice(0, maxTextLength).replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

interface MessageClass {
  readonly notes: readonly ChatNote[];
  readonly language?: Language;
}

/**
 * Returns only whether there are words of danger or a return code. Commands get no notes; others hear that the chat is
 * recorded.
 */
export function classifyMessage(text: string | undefined): MessageClass {
  if (parseChatCommand(text) !== undefined || isEmptyMessage(text)) return { notes: [] };
  const plainText = withoutMention(text ?? '');
  const words = normaliseWords(plainText);
  const language = languages.find((one) => dangerPhrases[one].some((phrase) => ` ${words} `.includes(` ${phrase} `)));
  const isCode = isLikelyReturnCode(plainText.slice(0, maxTextLength));
  const isDanger = language !== undefined && dangerPhrases[language].includes(words);
  const showsLanguage = isDanger && words !== '999' && words !== 'sos';
  return {
    notes: [
      ...(language === undefined ? [] : (['danger'] as const)),
      ...(isCode ? (['code'] as const) : []),
      // Alone they hold nothing confidential.
      ...(isDanger ? [] : (['chatIsRecorded'] as const)),
    ],
    ...(showsLanguage && { language }),
  };
}

const codeLengthRange = { least: returnCodeLength - 4, most: returnCodeLength + 4 } as const;

/** Fewer are in one code of thousands. */
const minCharacters = { digits: 2, letters: 4 } as const;

const tokenKinds = ['spelt', 'groups', 'pieces'] as const;
/** Sentences rarely mix words and figures. */
const minMixedTokens: Readonly<Record<(typeof tokenKinds)[number], number>> = { spelt: 0, groups: 2, pieces: 1 };

interface Token {
  readonly text: string;
  readonly digits: number;
  readonly isMixed: boolean;
  readonly kind: (typeof tokenKinds)[number] | undefined;
}

function classifyToken(text: string): Token {
  const digits = text.replace(/\D/gu, '').length;
  const isMixed = digits > 0 && digits < text.length;
  const kind = text.length <= 2 ? 'spelt' : text.length <= 5 ? 'groups' : isMixed ? 'pieces' : undefined;
  return { text, digits, isMixed, kind };
}

const tokenise = (text: string): readonly Token[] =>
  limitCombiningMarks(stripPunctuation(text).replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .normalize('NFKC')
    .toUpperCase()
    .split(/[^0-9A-Z]+/u)
    .flatMap((token) => (token === '' ? [] : [classifyToken(token)]));

function isCodeStart(tokens: readonly Token[], from: number): boolean {
  let [length, digits, mixed] = [0, 0, 0];
  const kind = tokens[from]?.kind;
  let isAlike = kind !== undefined;
  for (let to = from; to < tokens.length; to += 1) {
    const token = tokens[to];
    if (token === undefined) return false;
    length += token.text.length;
    digits += token.digits;
    mixed += token.isMixed ? 1 : 0;
    isAlike &&= token.kind === kind;
    if (length > codeLengthRange.most) return false;
    // With O for 0 it may have no digit.
    if (to === from && length === returnCodeLength && parseReturnCode(token.text) !== undefined) return true;
    if (length < codeLengthRange.least || digits < minCharacters.digits || length - digits < minCharacters.letters)
      continue;
    if (isAlike && kind && mixed >= minMixedTokens[kind]) return true;
    const whole = length === returnCodeLength && mixed > 0 ? tokens.slice(from, to + 1).map(({ text }) => text) : [];
    if (parseReturnCode(whole.join('')) !== undefined) return true;
  }
  return false;
}

/** Alone, among words, or with a slip. Rather too often: the answer only explains. */
export function isLikelyReturnCode(text: string): boolean {
  if ('code' in readReturnCode(text, returnCodeWords)) return true;
  if (containsReturnCodeWords(limitCombiningMarks(text), returnCodeWords, 'likeness')) return true;
  const tokens = tokenise(text);
  return tokens.some((_, from) => isCodeStart(tokens, from));
}

const maxCombiningMarks = 8;
const excessMarks = new RegExp(`(\\p{M}{${maxCombiningMarks}})\\p{M}+`, 'gu');

/** Normalising sorts a letter's marks in quadratic time, which blocks everyone. */
export const limitCombiningMarks = (text: string): string => text.replace(excessMarks, '$1');
