import { readContacts } from '../../bot/config/word-settings.ts';
import { applySheet } from './corrections.ts';
import { isPartnerWayShort, partnerWayLines } from './partner-way.ts';
import {
  countFirstCardWords,
  countShortestWayWords,
  firstCardLines,
  isFirstCardShort,
  isShortestWayShort,
  withAllContacts,
} from './first-card.ts';
import { writeWordSheet } from './word-sheet.ts';

export interface WordsCommandDependencies {
  readonly root: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly write: (text: string) => void;
  readonly printLine: (line: string) => void;
  readonly format: (paths: readonly string[]) => void;
}

export const wordsUsage = `npm run words -- sheet [FILE.xlsx|FILE.csv]  writes every text in both languages, for a translator
npm run words -- read FILE                   puts a translator's corrections into the files of texts
npm run words -- first-card                  counts the words of a report before its first field, and to its receipt`;

async function writeSheetCommand(deps: WordsCommandDependencies, file: string | undefined): Promise<number> {
  const words = await writeWordSheet(deps.root, file, deps.write);
  if (file !== undefined) deps.printLine(`${words} texts were written, with room for corrections and remarks.`);
  return 0;
}

async function applySheetCommand(deps: WordsCommandDependencies, file: string): Promise<number> {
  const { lines, changed, isValid: isRight } = await applySheet(deps.root, file);
  if (changed.length > 0) deps.format(changed);
  for (const line of lines) deps.printLine(line);
  if (changed.length > 0) deps.printLine('Look at `git diff`, then run `npm test` and `npm run pictures`.');
  return isRight ? 0 : 1;
}

function firstCardCommand(deps: WordsCommandDependencies): number {
  const contacts = readContacts(deps.environment);
  for (const line of [...firstCardLines(contacts), ...partnerWayLines(contacts)]) deps.printLine(line);
  const all = withAllContacts(contacts);
  const isShort = isFirstCardShort(countFirstCardWords(all)) && isShortestWayShort(countShortestWayWords(all));
  return isShort && isPartnerWayShort(contacts) ? 0 : 1;
}

export async function wordsCommand(deps: WordsCommandDependencies, args: readonly string[]): Promise<number> {
  const [name, file, ...rest] = args;
  if (rest.length === 0 && name === 'sheet') return await writeSheetCommand(deps, file);
  if (rest.length === 0 && name === 'read' && file !== undefined) return await applySheetCommand(deps, file);
  if (name === 'first-card' && file === undefined) return firstCardCommand(deps);
  deps.printLine(wordsUsage);
  return name === undefined || name === 'help' || name === '--help' ? 0 : 2;
}
