import { countTyped } from './guide-steps.ts';
import type { WalkResult } from './walk-guide.ts';

/** What somebody types from the archive to a report that is opened. */
export interface Effort {
  readonly lines: number;
  readonly blocks: number;
  /** Answers to setup that are more than Enter alone. */
  readonly answers: number;
  readonly enters: number;
  readonly passphrases: number;
}

/** Of the first guide of a walk, which is the only one in which setup asks. */
export function measureEffort(guide: string, { holder: { answered }, ends }: WalkResult): Effort {
  const answers = answered.filter((one) => one !== '').length;
  const { lines, blocks } = countTyped(guide);
  return { lines, blocks, answers, enters: answered.length - answers, passphrases: ends[0]?.passphrases ?? 0 };
}

/** Of the guide that had each setting typed into a file. What it led through after the report is in another guide now. */
const before = 'Before: 110 lines in 24 blocks until the report, and 147 in 48 to the end of the guide.';

export const formatEffort = ({ lines, blocks, answers, enters, passphrases }: Effort): string =>
  `${before} Now: ${lines + answers} lines, of which ${lines} are in ${blocks} blocks and ${answers} are answers to setup, which are Enter alone ${enters} times more; and ${passphrases} passphrases.`;

/** Assumed, not measured. Silent reading of plain prose is at 240 words a minute; people look up and read again. */
const assumed = { wordsAMinute: 120, secondsALine: 30, minutesAKey: 4 } as const;

const countWords = (text: string): number => text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;

/**
 * An estimate of how long four holders, a witness and an engineer take, in minutes. Nobody was watched: the machine's
 * part is measured, all else follows from words, lines and keys by what is assumed.
 */
export function estimateMinutes(guide: string, shown: string, { lines, answers }: Effort, machineMs: number): string {
  const reading = (countWords(guide) + countWords(shown)) / assumed.wordsAMinute;
  const typing = ((lines + answers) * assumed.secondsALine) / 60;
  const keys = 4 * assumed.minutesAKey;
  const machine = machineMs / 60_000;
  const of = (minutes: number): string => minutes.toFixed(0);
  return `Estimated: ${of(reading + typing + keys + machine)} minutes. Of these ${of(reading)} are for reading the guide and what setup says at ${assumed.wordsAMinute} words a minute, ${of(typing)} for lines and answers at ${assumed.secondsALine} seconds each, ${keys} for four keys at ${assumed.minutesAKey} minutes each, by hand on paper and tried; ${machine.toFixed(1)} were measured, the machine's. Not in it: the registration in Entra, the name of the server, and the upload to Teams.`;
}
