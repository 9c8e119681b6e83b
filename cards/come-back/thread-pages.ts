import type { ThreadEntry } from '../../concerns/reporting/come-back.ts';
import type { Language } from '../../concerns/terms/language.ts';
import { cutLine } from '../cut-line.ts';
import { plainLines } from '../plain-text.ts';
import { showDay } from '../../words/days.ts';
import { say } from '../../words/cards/say.ts';

export interface ShownMessage {
  readonly from: ThreadEntry['from'];
  readonly question: string;
  readonly lines: readonly string[];
}

/** The most that one page of messages may take on the wire; the rest is for a long answer that is being typed. */
const pageSize = 8_000;
const lineFrame = 80;
const messageFrame = 250;
const mostOnPage = 10;

const lineSize = (line: string): number => JSON.stringify(line).length + lineFrame;
const messageSize = ({ lines }: ShownMessage): number =>
  lines.reduce((size, line) => size + lineSize(line), messageFrame);

/** Cuts an entry into parts that each fit on a page. The reporter's own words are never shown, only that they wrote. */
function partsOf(language: Language, entry: ThreadEntry): readonly ShownMessage[] {
  const day = showDay(language, entry.on);
  if (entry.from === 'reporter')
    return [{ from: 'reporter', question: say(language, 'comeBack.youWrote', { day }), lines: [] }];
  const heading = say(language, 'comeBack.theyWrote', { day });
  const { from } = entry;
  const parts: { from: ShownMessage['from']; question: string; lines: string[] }[] = [
    { from, question: heading, lines: [] },
  ];
  let room = pageSize - messageFrame;
  for (const line of plainLines(entry.text).flatMap((line) => cutLine(line))) {
    if (lineSize(line) > room) {
      parts.push({ from, question: say(language, 'comeBack.continued', { heading }), lines: [] });
      room = pageSize - messageFrame;
    }
    parts.at(-1)?.lines.push(line);
    room -= lineSize(line);
  }
  return parts;
}

/** A thread in pages that each fit on a card, newest page first; at least one page. */
export function threadPages(language: Language, entries: readonly ThreadEntry[]): readonly (readonly ShownMessage[])[] {
  const pages: ShownMessage[][] = [[]];
  let room = pageSize;
  for (const part of entries.flatMap((entry) => partsOf(language, entry)).toReversed()) {
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (messageSize(part) > room || page.length === mostOnPage)) {
      pages.push([part]);
      room = pageSize - messageSize(part);
    } else {
      page.unshift(part);
      room -= messageSize(part);
    }
  }
  return pages;
}
