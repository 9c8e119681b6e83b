import { randomInt } from 'node:crypto';
import type { CaseId } from '../../core/model/case-id.ts';
import { parseCardReference } from '../support/journeys/saved-case.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';
import { chatEntryPoint, type EntryPoint, pressActivity } from './entry-point.ts';
import { generateProse } from './prose.ts';
import type { HttpConnection } from './http-connection.ts';

/** What came of a report: its steps' times in milliseconds, and its receipt if one was shown. */
export interface ReportResult {
  /** The seed of the account that was written. */
  readonly seed: number;
  readonly tookMs: readonly number[];
  readonly caseId?: CaseId;
  /** When the receipt was here, on the clock of `performance`. */
  readonly at: number;
  /** A step was not answered with what follows it. */
  readonly refused: boolean;
  /** It came first on a connection. */
  readonly opensConnection?: boolean;
}

/** Has one person report over a wire. `at` is their number among those who report at a time. */
export type ReportScript = (wire: HttpConnection, at: number) => Promise<ReportResult>;

/** The account of a report: 2,000 characters, others for each seed. */
export const generateAccount = (seed: number): string => generateProse(seed, 2_000);

/** Whom everyone names. */
export const namedSubject = 'A sergeant on the night shift';

type Inputs = Readonly<Record<string, string>>;
interface ReportStep {
  readonly name: string;
  readonly move: string;
  readonly inputs: (account: string) => Inputs;
  /** An input or a move of the card that has to follow; after the last step there is a reference instead. */
  readonly shows: string | undefined;
}

const firstSteps = (risk: 'yes' | 'no'): readonly ReportStep[] => [
  { name: 'open', move: 'open', inputs: () => ({}), shows: 'what' },
  { name: 'account', move: 'next', inputs: (what) => ({ what, risk, conflict: 'no' }), shows: 'mode' },
  { name: 'limits', move: 'next', inputs: () => ({ mode: 'notKept' }), shows: 'detail' },
  { name: 'code', move: 'detail', inputs: () => ({}), shows: 'kind' },
];
/** As f07c84c8 asks: first how, and then what happened. */
const earlierFirstSteps = (risk: 'yes' | 'no'): readonly ReportStep[] => [
  { name: 'open', move: 'open', inputs: () => ({}), shows: 'mode' },
  { name: 'limits', move: 'next', inputs: () => ({ mode: 'notKept' }), shows: 'what' },
  { name: 'account', move: 'next', inputs: (what) => ({ what, risk, conflict: 'no' }), shows: 'then' },
  // The rule fears a function of this name; the value of an input is text.
  // oxlint-disable-next-line unicorn/no-thenable
  { name: 'code', move: 'next', inputs: () => ({ then: 'detail' }), shows: 'kind' },
];

/** The eight requests of a report with all detail. */
const reportSteps = (risk: 'yes' | 'no', isEarlier = false): readonly ReportStep[] => [
  ...(isEarlier ? earlierFirstSteps : firstSteps)(risk),
  {
    name: 'about',
    move: 'next',
    inputs: () => ({ kind: 'boundaries', who: namedSubject, towards: 'public', when: 'Most Fridays', ongoing: 'yes' }),
    shows: 'signs',
  },
  {
    name: 'signs',
    move: 'next',
    inputs: () => ({ signs: 'contact,gifts', vulnerability: 'victim' }),
    shows: 'known',
  },
  { name: 'knowledge', move: 'next', inputs: () => ({ known: 'saw', affected: 'no' }), shows: 'send' },
  { name: 'send', move: 'send', inputs: () => ({}), shows: undefined },
];
export const stepNames: readonly string[] = reportSteps('no').map(({ name }) => name);
/** All that a report answers, and what it chooses on the card with the code. */
export const reportAnswers = (account: string): Inputs =>
  Object.assign({}, ...reportSteps('no').map(({ inputs }) => inputs(account)));

const everyCarried = /"state":"[^"]+"/gu;
const beforeCarried = Buffer.from('"state":"');

/** The state that a card carries, in each of its buttons the same; `undefined` if it carries none. */
function parseSealedState(body: Buffer): string | undefined {
  const at = body.indexOf(beforeCarried);
  const end = at < 0 ? -1 : body.indexOf('"', at + beforeCarried.length);
  return end < 0 ? undefined : body.toString('latin1', at + beforeCarried.length, end);
}

/** Which part of a report is led over, and how; all of it by the chat door, if nothing is said. */
interface ReportScriptOptions {
  readonly door?: EntryPoint;
  readonly risk?: 'yes' | 'no';
  /** Without the last step, which alone saves. */
  readonly withoutSending?: boolean;
  /** Whether it is led through the cards of f07c84c8. */
  readonly isEarlier?: boolean;
  /** Whether each answer is looked at. A bot that shows one and the same card is led on without. */
  readonly looks?: boolean;
}

/** The way of someone who reports card by card, and stops at the first answer that is not the next card. */
export function createReportScript({
  door = chatEntryPoint,
  risk = 'no',
  withoutSending = false,
  isEarlier = false,
  looks = true,
}: ReportScriptOptions = {}): ReportScript {
  const steps = reportSteps(risk, isEarlier)
    .slice(0, withoutSending ? -1 : undefined)
    // Marks are looked for in bytes, since no card is read whole.
    .map((step) => ({ ...step, marks: ['id', 'move'].map((key) => Buffer.from(`"${key}":"${step.shows}"`)) }));
  return async (wire, at) => {
    const person = newPerson();
    const seed = randomInt(2 ** 32);
    const account = generateAccount(seed);
    const bearer = door.authorization(at);
    const headers: Inputs = bearer === undefined ? {} : { authorization: bearer };
    const tookMs: number[] = [];
    let state = 'none';
    let caseId: CaseId | undefined;
    for (const { move, inputs, shows, marks } of steps) {
      const isFirst = move === 'open';
      const candour = isFirst ? { verb: 'open', flow: 'report', language: 'en' } : { verb: 'move', move, state };
      const surroundings = { person, botId: '28:candour', now: new Date() };
      const activity = pressActivity(door, surroundings, { candour, ...inputs(account) }, isFirst);
      const { status, body, tookMs: took } = await wire.post(JSON.stringify(activity), headers);
      tookMs.push(took);
      state = parseSealedState(body) ?? 'none';
      if (shows === undefined) caseId = parseCardReference({ text: body.toString().replaceAll(everyCarried, '') });
      const follows = shows === undefined ? caseId !== undefined : marks.some((mark) => body.includes(mark));
      if (status !== 200 || (looks && !follows)) return { seed, tookMs, at: performance.now(), refused: true };
    }
    return { seed, tookMs, at: performance.now(), refused: false, ...(caseId && { caseId }) };
  };
}
