import { type Language, languages } from '../../core/model/language.ts';
import type { ContentWords } from '../../core/model/content-entry.ts';
import { toBilingualOwner } from '../../guidance/compose-topic-source.ts';

export interface DiffLine {
  readonly text: string;
  readonly in: 'both' | 'before' | 'after';
}

function lcsLengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: before.length + 1 }, () => Array<number>(after.length + 1).fill(0));
  for (let one = before.length - 1; one >= 0; one -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const isSame = before[one] === after[other];
      const below = rows[one + 1] ?? [];
      const row = rows[one] ?? [];
      row[other] = isSame ? (below[other + 1] ?? 0) + 1 : Math.max(below[other] ?? 0, row[other + 1] ?? 0);
    }
  }
  return rows;
}

export function diffLines(textBefore: string, textAfter: string): readonly DiffLine[] {
  const splitLines = (text: string) => text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const [before, after] = [splitLines(textBefore), splitLines(textAfter)];
  const common = lcsLengths(before, after);
  const lines: DiffLine[] = [];
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    const [old, now] = [before[one], after[other]];
    if (old !== undefined && old === now) {
      lines.push({ text: old, in: 'both' });
      one += 1;
      other += 1;
    } else if (
      now === undefined ||
      (old !== undefined && (common[one + 1]?.[other] ?? 0) >= (common[one]?.[other + 1] ?? 0))
    ) {
      lines.push({ text: old ?? '', in: 'before' });
      one += 1;
    } else {
      lines.push({ text: now, in: 'after' });
      other += 1;
    }
  }
  return lines;
}

const toText = (words: ContentWords, language: Language): string =>
  [words.title[language], words.text[language], toBilingualOwner(words.owner)[language], words.reviewBy].join('\n');

export const diffContent = (
  before: ContentWords,
  after: ContentWords,
): readonly { readonly language: Language; readonly lines: readonly DiffLine[] }[] =>
  languages.map((language) => ({ language, lines: diffLines(toText(before, language), toText(after, language)) }));
