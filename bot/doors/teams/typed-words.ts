import type { ChatNote } from '../../../cards/chat-notes.ts';
import { type Language, languages } from '../../../concerns/terms/language.ts';
import { chatCommandIn, saysNothing, withoutMention } from './chat-commands.ts';
import { withFewMarks } from './few-marks.ts';
import { looksLikeCode } from './typed-code.ts';

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

export interface TypedWords {
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
