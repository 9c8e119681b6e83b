import type { Callout } from '../../../cards/page.ts';
import { channelHelpPage } from '../../../cards/channel-help-page.ts';
import { type ChatNote, chatNotes } from '../../../cards/typed-words-page.ts';
import type { Page } from '../../../cards/page.ts';
import type { Contacts } from '../../../words/contacts.ts';
import { guidancePage } from '../../../cards/guidance-page.ts';
import { contentsId, type LiveTopics } from '../../../guidance/topic.ts';
import { noticePage } from '../../../cards/notice-page.ts';
import { type Language, languageOfLocale, languages, otherLanguage } from '../../../core/model/language.ts';
import type { Staffing } from '../../../core/model/staffed-hours.ts';
import type { AlertChannels } from '../../jobs/alert-channels.ts';
import type { NamedChannels } from '../../jobs/campaigns/channel-directory.ts';
import type { SummarySending } from '../../jobs/summary-subscription.ts';
import { type Channel, channelOf, type IncomingActivity, isPersonalChat, personOf } from '../incoming-activity.ts';
import { type MessageChoices, withMessages } from './message-preferences.ts';
import type { WeeklySummary } from './weekly-summary.ts';
import type { Pace } from '../../runtime/rate-limiter.ts';
import type { Welcome } from './welcome.ts';
import type { ReachChoice } from '../../../core/model/subscriber.ts';
import { type TargetName, targetNames } from '../../../core/model/alert-targets.ts';
import { alertChannelWords } from '../../../words/alert-channels.ts';
import { parseReturnCode, returnCodeLength, withoutMarks } from '../../../core/model/codes.ts';

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
export function createMessageAnswers(deps: {
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
}): (activity: IncomingActivity, pace: Pace) => Promise<Page | undefined> {
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

/** Reporting is no command: a menu would post it as the person's own message. */
export type ChatCommand =
  | {
      readonly kind: 'greeting' | 'guidance' | 'week' | 'health' | 'sending' | 'noSummary' | 'campaign' | 'noCampaign';
    }
  | { readonly kind: 'language'; readonly wanted?: Language }
  | { readonly kind: 'messages'; readonly choice?: ReachChoice }
  | { readonly kind: 'target'; readonly target: TargetName };

type Said = { readonly command: ChatCommand; readonly language: Language };

const inLanguage = (language: Language, command: ChatCommand, ...texts: readonly string[]) =>
  texts.map((text): [string, Said] => [text, { command, language }]);
/** Today's name and an earlier one. */
const alertsHere = targetNames.flatMap((target) => {
  const { typed, alsoTyped } = alertChannelWords[target];
  return languages.flatMap((language) => {
    const texts = [typed[language], alsoTyped?.[language]].filter((text) => text !== undefined);
    return inLanguage(language, { kind: 'target', target }, ...texts);
  });
});

const commands: ReadonlyMap<string, Said> = new Map([
  ...inLanguage('en', { kind: 'greeting' }, 'hi', 'hello', 'hey', 'help'),
  ...inLanguage('cy', { kind: 'greeting' }, 'helo', 'shwmae', 'shwmai', "s'mae", 'bore da', 'prynhawn da', 'cymorth'),
  ...inLanguage('en', { kind: 'guidance' }, 'guidance'),
  ...inLanguage('cy', { kind: 'guidance' }, 'canllawiau', 'arweiniad'),
  ...inLanguage('en', { kind: 'language' }, 'language'),
  ...inLanguage('cy', { kind: 'language' }, 'iaith'),
  ...inLanguage('en', { kind: 'language', wanted: 'cy' }, 'welsh'),
  ...inLanguage('cy', { kind: 'language', wanted: 'cy' }, 'cymraeg'),
  ...inLanguage('en', { kind: 'language', wanted: 'en' }, 'english'),
  ...inLanguage('cy', { kind: 'language', wanted: 'en' }, 'saesneg'),
  ...inLanguage('en', { kind: 'messages' }, 'messages'),
  ...inLanguage('cy', { kind: 'messages' }, 'negeseuon'),
  ...inLanguage('en', { kind: 'messages', choice: 'none' }, 'stop messages', 'no messages', 'unsubscribe'),
  ...inLanguage('cy', { kind: 'messages', choice: 'none' }, 'stopio negeseuon', 'dim negeseuon', 'dad-danysgrifio'),
  ...inLanguage('en', { kind: 'messages', choice: 'pause' }, 'pause messages'),
  ...inLanguage('cy', { kind: 'messages', choice: 'pause' }, 'oedi negeseuon'),
  ...inLanguage('en', { kind: 'messages', choice: 'receive' }, 'receive messages', 'start messages'),
  ...inLanguage('cy', { kind: 'messages', choice: 'receive' }, 'derbyn negeseuon', 'dechrau negeseuon'),
  ...inLanguage('en', { kind: 'week' }, 'weekly summary'),
  ...inLanguage('cy', { kind: 'week' }, 'crynodeb wythnosol'),
  ...inLanguage('en', { kind: 'health' }, 'alert health'),
  ...inLanguage('cy', { kind: 'health' }, 'cyflwr rhybuddion'),
  ...inLanguage('en', { kind: 'sending' }, 'summary health'),
  ...inLanguage('cy', { kind: 'sending' }, 'cyflwr crynodebau'),
  ...inLanguage('en', { kind: 'noSummary' }, 'no summary here'),
  ...inLanguage('cy', { kind: 'noSummary' }, 'dim crynodeb yma'),
  ...inLanguage('en', { kind: 'campaign' }, 'campaign here'),
  ...inLanguage('cy', { kind: 'campaign' }, 'ymgyrch yma'),
  ...inLanguage('en', { kind: 'noCampaign' }, 'no campaign here'),
  ...inLanguage('cy', { kind: 'noCampaign' }, 'dim ymgyrch yma'),
  ...alertsHere,
]);

const withoutMention = (text: string): string => text.replace(/<at>[^<]*<\/at>/gu, ' ');

export const chatCommandIn = (text: string | undefined): ChatCommand | undefined => saidIn(text)?.command;

export const languageOfCommand = (text: string | undefined): Language | undefined => saidIn(text)?.language;

function saidIn(text: string | undefined): Said | undefined {
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

/** True for a bare mention. */
export const saysNothing = (text: string | undefined): boolean => withoutMention(text ?? '').trim() === '';

const longest = 30_000;

/** Said by mistake, 999 costs nothing. */
const danger: Readonly<Record<Language, readonly string[]>> = {
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

const plainWords = (text: string): string =>
  withFewMarks(text.slice(0, longest).replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

interface TypedWords {
  readonly notes: readonly ChatNote[];
  readonly language?: Language;
}

/**
 * Gives only whether there are words of danger or a return code. Commands have no notes; other words are told that the
 * chat is recorded.
 */
export function typedWords(text: string | undefined): TypedWords {
  if (chatCommandIn(text) !== undefined || saysNothing(text)) return { notes: [] };
  const said = withoutMention(text ?? '');
  const words = plainWords(said);
  const language = languages.find((one) => danger[one].some((phrase) => ` ${words} `.includes(` ${phrase} `)));
  const isCode = looksLikeCode(said.slice(0, longest));
  const isDanger = language !== undefined && danger[language].includes(words);
  const tells = isDanger && words !== '999' && words !== 'sos';
  return {
    notes: [
      ...(language === undefined ? [] : (['danger'] as const)),
      ...(isCode ? (['code'] as const) : []),
      // Alone they hold nothing confidential.
      ...(isDanger ? [] : (['chatIsRecorded'] as const)),
    ],
    ...(tells && { language }),
  };
}

/** One group too few or too many. */
const nearly = { least: returnCodeLength - 4, most: returnCodeLength + 4 } as const;

/** Fewer are in one code of thousands. */
const leastOf = { digits: 2, letters: 4 } as const;

const ways = ['spelt', 'groups', 'pieces'] as const;
/** Words and figures in a sentence are rarely mixed. */
const leastMixed: Readonly<Record<(typeof ways)[number], number>> = { spelt: 0, groups: 2, pieces: 1 };

interface Token {
  readonly text: string;
  readonly digits: number;
  readonly isMixed: boolean;
  readonly way: (typeof ways)[number] | undefined;
}

function tokenOf(text: string): Token {
  const digits = text.replace(/\D/gu, '').length;
  const isMixed = digits > 0 && digits < text.length;
  const way = text.length <= 2 ? 'spelt' : text.length <= 5 ? 'groups' : isMixed ? 'pieces' : undefined;
  return { text, digits, isMixed, way };
}

const tokensOf = (text: string): readonly Token[] =>
  withFewMarks(withoutMarks(text).replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .normalize('NFKC')
    .toUpperCase()
    .split(/[^0-9A-Z]+/u)
    .flatMap((token) => (token === '' ? [] : [tokenOf(token)]));

function beginsAt(tokens: readonly Token[], from: number): boolean {
  let [length, digits, mixed] = [0, 0, 0];
  const way = tokens[from]?.way;
  let isAlike = way !== undefined;
  for (let to = from; to < tokens.length; to += 1) {
    const token = tokens[to];
    if (token === undefined) return false;
    length += token.text.length;
    digits += token.digits;
    mixed += token.isMixed ? 1 : 0;
    isAlike &&= token.way === way;
    if (length > nearly.most) return false;
    // With O for 0 it may have no digit.
    if (to === from && length === returnCodeLength && parseReturnCode(token.text) !== undefined) return true;
    if (length < nearly.least || digits < leastOf.digits || length - digits < leastOf.letters) continue;
    if (isAlike && way && mixed >= leastMixed[way]) return true;
    const whole = length === returnCodeLength && mixed > 0 ? tokens.slice(from, to + 1).map(({ text }) => text) : [];
    if (parseReturnCode(whole.join('')) !== undefined) return true;
  }
  return false;
}

/**
 * Whether a return code may be in a text: alone, among words, with a slip. Rather too often: the answer only explains.
 */
export function looksLikeCode(text: string): boolean {
  if (parseReturnCode(text) !== undefined) return true;
  const tokens = tokensOf(text);
  return tokens.some((_, from) => beginsAt(tokens, from));
}

/** More than any script uses. */
const most = 8;
const many = new RegExp(`(\\p{M}{${most}})\\p{M}+`, 'gu');

/** Normalising sorts a letter's marks in quadratic time, while no one else is answered. */
export const withFewMarks = (text: string): string => text.replace(many, '$1');
