import type { WordKey } from '../../../words/cards/catalogue.ts';
import { translate } from '../../../words/cards/translate.ts';
import { languages } from '../../../core/model/language.ts';
import { topicTitle } from '../guidance/built-in-topics.ts';
import type { ParsedCard } from '../journeys/parsed-card.ts';

const inAnyLanguage = (key: WordKey): readonly string[] => languages.map((language) => translate(language, key));

/** What each answer is known by: words that stand on it and on no other. */
const marks = {
  welcome: inAnyLanguage('welcome.everyone'),
  guidance: languages.map((language) => topicTitle(language, 'what')),
  contents: inAnyLanguage('guidance.contents'),
  weekChooser: inAnyLanguage('week.intro'),
  refused: inAnyLanguage('notice.refused'),
  dialogOnly: inAnyLanguage('notice.dialogOnly'),
  odd: inAnyLanguage('notice.odd'),
  foreign: inAnyLanguage('notice.foreign'),
  tooOften: inAnyLanguage('notice.tooOften'),
  channelHelp: inAnyLanguage('notice.channelHelp'),
  channelOnly: inAnyLanguage('notice.channelOnly'),
  summaryElsewhere: inAnyLanguage('notice.summaryElsewhere'),
  campaignHere: inAnyLanguage('notice.campaignHere'),
  campaignNotHere: inAnyLanguage('notice.campaignNotHere'),
  campaignRefused: inAnyLanguage('notice.campaignRefused'),
  messages: inAnyLanguage('messages.keptHeading'),
  messagesElsewhere: inAnyLanguage('notice.messagesElsewhere'),
  ownChat: inAnyLanguage('notice.ownChat'),
  pulseClosed: inAnyLanguage('pulse.closed'),
  health: inAnyLanguage('target.healthHeading'),
  healthRefused: inAnyLanguage('target.healthRefused'),
  targetRefused: inAnyLanguage('target.refused'),
  targetSet: inAnyLanguage('target.testHeading'),
  sending: inAnyLanguage('sending.heading'),
  summaryNotHere: inAnyLanguage('sending.notHere'),
  summarySet: inAnyLanguage('sending.testHeading'),
  notAcknowledged: inAnyLanguage('notice.acknowledgeRefused'),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What somebody got for what they did. `recorded` is the welcome that says that the chat is. */
export type Outcome =
  | keyof typeof marks
  | 'recorded'
  | 'report'
  | 'comeBack'
  | 'week'
  | 'acknowledged'
  | 'nothing'
  | 'else';

const isMark = (name: string): name is keyof typeof marks => Object.hasOwn(marks, name);
const includesText = (said: readonly string[], text: string): boolean => said.some((words) => text.includes(words));

/** What words beside a card say. */
export const messageOutcome = (words: string): Outcome =>
  words === ''
    ? 'nothing'
    : (Object.keys(marks)
        .filter(isMark)
        .find((name) => includesText(marks[name], words)) ?? 'else');

/** What a card is. */
export function cardOutcome(card: ParsedCard): Outcome {
  const asked = new Set(card.inputs.map(({ id }) => id));
  if (asked.has('what')) return 'report';
  if (asked.has('code')) return 'comeBack';
  if (includesText(inAnyLanguage('welcome.recorded'), card.text)) return 'recorded';
  const named = messageOutcome(card.text);
  if (named !== 'else') return named;
  if (card.text.includes('Acknowledged on')) return 'acknowledged';
  return includesText(inAnyLanguage('week.received'), card.text) ||
    includesText(inAnyLanguage('summary.received'), card.json)
    ? 'week'
    : 'else';
}
