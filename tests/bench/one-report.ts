import type { CaseId } from '../../concerns/terms/case-id.ts';
import { choosing } from '../support/concerns/choosing.ts';
import { referenceOn } from '../support/journeys/saved-case.ts';
import { invoke, newPerson, type TeamsPerson } from '../support/journeys/teams-activities.ts';
import type { Wire } from './wire.ts';

const ask = (words: string, length: number): string => words.repeat(Math.ceil(length / words.length)).slice(0, length);

/** What everybody writes: 2,000 characters of account, and the detail. */
export const written = {
  account: ask('An officer visits a witness at home, late and alone, and calls it welfare. ', 2_000)
    .trim()
    .padEnd(2_000, '.'),
  who: 'A sergeant on the night shift',
} as const;

interface ReportStep {
  readonly name: string;
  readonly move: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** An input or a move of the card that has to follow; after the last step there is a reference instead. */
  readonly shows: string | undefined;
}

const choices = { mode: 'notKept', risk: 'no', conflict: 'no' } as const;

/** The eight requests of a report with all detail. */
export const stepsOfAReport = (risk: 'yes' | 'no' = choices.risk): readonly ReportStep[] => [
  { name: 'open', move: 'open', inputs: {}, shows: 'mode' },
  { name: 'limits', move: 'next', inputs: { mode: choices.mode }, shows: 'what' },
  { name: 'account', move: 'next', inputs: { what: written.account, risk, conflict: choices.conflict }, shows: 'then' },
  { name: 'code', move: 'next', inputs: choosing('detail'), shows: 'kind' },
  {
    name: 'about',
    move: 'next',
    inputs: { kind: 'boundaries', who: written.who, towards: 'public', when: 'Most Fridays', ongoing: 'yes' },
    shows: 'signs',
  },
  { name: 'signs', move: 'next', inputs: { signs: 'contact,gifts', vulnerability: 'victim' }, shows: 'known' },
  { name: 'knowledge', move: 'next', inputs: { known: 'saw', affected: 'no' }, shows: 'send' },
  { name: 'send', move: 'send', inputs: {}, shows: undefined },
];

const serviceUrl = 'http://127.0.0.1:9/';
const carried = /"state":"([^"]+)"/u;
const everyCarried = /"state":"[^"]+"/gu;

function bodyOf(person: TeamsPerson, { move, inputs }: ReportStep, state: string | undefined): string {
  const candour =
    move === 'open' ? { verb: 'open', flow: 'report', language: 'en' } : { verb: 'move', move, state: state ?? 'none' };
  const action = { type: 'Action.Execute', title: 'Continue', verb: 'candour', data: { candour, ...inputs } };
  const surroundings = { person, serviceUrl, botId: '28:candour', now: new Date() };
  return JSON.stringify(invoke(surroundings, 'adaptiveCard/action', { action, trigger: 'manual' }));
}

/** What came of a report: its steps' times in milliseconds, and its receipt where one was shown. */
export interface Told {
  readonly tookMs: readonly number[];
  readonly caseId?: CaseId;
  /** When the receipt was here, on the clock of `performance`. */
  readonly at: number;
  /** A step was not answered with the card that follows it. */
  readonly refused: boolean;
  /** It came first on a connection. */
  readonly opensConnection?: boolean;
}

/**
 * Leads one person over the steps and stops at the first answer that is not the next card. A bot that shows one and
 * the same card is led on without looking.
 */
export async function report(wire: Wire, steps: readonly ReportStep[], looks = true): Promise<Told> {
  const person = newPerson();
  const tookMs: number[] = [];
  let state: string | undefined;
  let caseId: CaseId | undefined;
  for (const step of steps) {
    const answer = await wire.post(bodyOf(person, step, state));
    tookMs.push(answer.tookMs);
    state = carried.exec(answer.text)?.[1];
    if (step.shows === undefined) caseId = referenceOn({ text: answer.text.replaceAll(everyCarried, '') });
    const { shows } = step;
    const isShown = [`"id":"${shows}"`, `"move":"${shows}"`].some((mark) => answer.text.includes(mark));
    const follows = shows === undefined ? caseId !== undefined : isShown;
    if (answer.status !== 200 || (looks && !follows)) return { tookMs, at: performance.now(), refused: true };
  }
  return { tookMs, at: performance.now(), refused: false, ...(caseId && { caseId }) };
}
