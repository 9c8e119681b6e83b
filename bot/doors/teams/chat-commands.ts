import type { ReachChoice } from '../../../concerns/records/reach-row.ts';
import { type Language, languages } from '../../../concerns/terms/language.ts';
import { type TargetName, targetNames } from '../../../concerns/records/alert-targets.ts';
import { alertChannelWords } from '../../../words/alert-channels.ts';

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

const said: ReadonlyMap<string, Said> = new Map([
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

export const withoutMention = (text: string): string => text.replace(/<at>[^<]*<\/at>/gu, ' ');

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
  return said.get(words);
}

/** True for a bare mention. */
export const saysNothing = (text: string | undefined): boolean => withoutMention(text ?? '').trim() === '';
