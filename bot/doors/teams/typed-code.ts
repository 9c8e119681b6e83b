import { parseReturnCode, returnCodeLength } from '../../../concerns/terms/return-code.ts';
import { withoutMarks } from '../../../concerns/terms/spoken-symbols.ts';
import { withFewMarks } from './few-marks.ts';

/** As many letters and digits as something has that was meant for a code, with a group too few or one too many. */
const nearly = { least: returnCodeLength - 4, most: returnCodeLength + 4 } as const;

/** A code among words has digits and letters: so few are in no code but one of thousands. */
const leastOf = { digits: 2, letters: 4 } as const;

/** The ways in which a code is written: spelt out, in its groups, and in one piece or a few. */
const ways = ['spelt', 'groups', 'pieces'] as const;
/** So many parts have both letters and digits at least. Words and figures in a sentence rarely do. */
const leastMixed: Readonly<Record<(typeof ways)[number], number>> = { spelt: 0, groups: 2, pieces: 1 };

interface Token {
  readonly text: string;
  readonly digits: number;
  readonly isMixed: boolean;
  /** How a code would be written of which this is a part, `undefined` where it is none. */
  readonly way: (typeof ways)[number] | undefined;
}

function tokenOf(text: string): Token {
  const digits = text.replace(/\D/gu, '').length;
  const isMixed = digits > 0 && digits < text.length;
  const way = text.length <= 2 ? 'spelt' : text.length <= 5 ? 'groups' : isMixed ? 'pieces' : undefined;
  return { text, digits, isMixed, way };
}

/** The parts of a text between blanks and other marks, in capitals. */
const tokensOf = (text: string): readonly Token[] =>
  withFewMarks(withoutMarks(text).replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .normalize('NFKC')
    .toUpperCase()
    .split(/[^0-9A-Z]+/u)
    .flatMap((token) => (token === '' ? [] : [tokenOf(token)]));

/** Whether a code, or nearly one, begins with this token. */
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
    // In one piece it may have no digit at all, with O for 0.
    if (to === from && length === returnCodeLength && parseReturnCode(token.text) !== undefined) return true;
    if (length < nearly.least || digits < leastOf.digits || length - digits < leastOf.letters) continue;
    if (isAlike && way && mixed >= leastMixed[way]) return true;
    const whole = length === returnCodeLength && mixed > 0 ? tokens.slice(from, to + 1).map(({ text }) => text) : [];
    if (parseReturnCode(whole.join('')) !== undefined) return true;
  }
  return false;
}

/**
 * Whether a return code may stand in what somebody typed: by itself as coming back would take it, among other words, or
 * with a slip. Rather too often than not: it is only said what that would mean.
 */
export function looksLikeCode(text: string): boolean {
  if (parseReturnCode(text) !== undefined) return true;
  const tokens = tokensOf(text);
  return tokens.some((_, from) => beginsAt(tokens, from));
}
