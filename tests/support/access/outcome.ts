import type { WordKey } from '../../../words/cards/catalogue.ts';
import { say } from '../../../words/cards/say.ts';
import { languages } from '../../../concerns/terms/language.ts';
import type { ShownCard } from '../journeys/shown-card.ts';

/** What each answer is known by: words that stand on it and on no other. */
const marks = {
  welcome: 'welcome.everyone',
  guidance: 'guidance.what',
  contents: 'guidance.contents',
  weekChooser: 'week.intro',
  refused: 'notice.refused',
  dialogOnly: 'notice.dialogOnly',
  odd: 'notice.odd',
  foreign: 'notice.foreign',
  tooOften: 'notice.tooOften',
  channelHelp: 'notice.channelHelp',
  channelOnly: 'notice.channelOnly',
  summaryElsewhere: 'notice.summaryElsewhere',
  health: 'target.healthHeading',
  healthRefused: 'target.healthRefused',
  targetRefused: 'target.refused',
  targetSet: 'target.testHeading',
  sending: 'sending.heading',
  summaryNotHere: 'sending.notHere',
  summarySet: 'sending.testHeading',
  notAcknowledged: 'notice.acknowledgeRefused',
} as const satisfies Readonly<Record<string, WordKey>>;

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
const inAnyLanguage = (key: WordKey): readonly string[] => languages.map((language) => say(language, key));
const stands = (key: WordKey, text: string): boolean => inAnyLanguage(key).some((words) => text.includes(words));

/** What words beside a card say. */
export const outcomeOfWords = (words: string): Outcome =>
  words === ''
    ? 'nothing'
    : (Object.keys(marks)
        .filter(isMark)
        .find((name) => stands(marks[name], words)) ?? 'else');

/** What a card is. */
export function outcomeOf(card: ShownCard): Outcome {
  const asked = new Set(card.inputs.map(({ id }) => id));
  if (asked.has('mode')) return 'report';
  if (asked.has('code')) return 'comeBack';
  if (stands('welcome.recorded', card.text)) return 'recorded';
  const named = outcomeOfWords(card.text);
  if (named !== 'else') return named;
  if (card.text.includes('Acknowledged on')) return 'acknowledged';
  return stands('week.received', card.text) || stands('summary.received', card.json) ? 'week' : 'else';
}
