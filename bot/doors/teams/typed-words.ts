import type { ChatNote } from '../../../cards/chat-notes.ts';
import { type Language, languages } from '../../../concerns/terms/language.ts';
import { chatCommandIn, saysNothing, withoutMention } from './chat-commands.ts';
import { withFewMarks } from './few-marks.ts';
import { looksLikeCode } from './typed-code.ts';

/** Nobody writes more into a chat: what stands behind is not looked at. */
const longest = 30_000;

/** The words after which 999 is said first, and their forms. Whoever did not mean it loses nothing by it. */
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

/** The words of a text in small letters with one blank between them: no marks, and nothing that is not seen. */
const plainWords = (text: string): string =>
  withFewMarks(text.slice(0, longest).replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** The notes that come before anything else to somebody who typed into the chat, and the language where their words tell it. */
export interface TypedWords {
  readonly notes: readonly ChatNote[];
  readonly language?: Language;
}

/**
 * Looks at words that somebody typed for danger and for a return code, and hands out only that they are there. A command
 * is none of these; whatever else is typed is told that the chat is recorded.
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
      // By themselves words of danger say nothing that had better not stand here.
      ...(isDanger ? [] : (['chatIsRecorded'] as const)),
    ],
    ...(tells && { language }),
  };
}
