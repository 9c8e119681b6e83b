import { parseReturnCode, returnCodeLength, withoutMarks } from '../../../concerns/terms/codes.ts';
import { withFewMarks } from './few-marks.ts';

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
