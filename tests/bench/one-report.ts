import { randomInt } from 'node:crypto';
import type { CaseId } from '../../concerns/terms/case-id.ts';
import { choosing } from '../support/concerns/choosing.ts';
import { referenceOn } from '../support/journeys/saved-case.ts';
import { newPerson, type TeamsPerson } from '../support/journeys/teams-activities.ts';
import { chatDoor, type Door, pressed } from './door.ts';
import { proseOf } from './prose.ts';
import type { Wire } from './wire.ts';

/** The account of a report: 2,000 characters, others for each seed. */
export const accountOf = (seed: number): string => proseOf(seed, 2_000);

/** Whom everybody names. */
export const writtenWho = 'A sergeant on the night shift';

interface ReportStep {
  readonly name: string;
  readonly move: string;
  readonly inputs: (account: string) => Readonly<Record<string, string>>;
  /** Marks of an input or a move, one of which the card that has to follow holds; after the last step there is a reference instead. */
  readonly shows: readonly Buffer[] | undefined;
}

/** The steps of somebody who reports, and the door that they come in by. */
export interface Way {
  readonly steps: readonly ReportStep[];
  readonly door: Door;
  /** Whether each answer is looked at. A bot that shows one and the same card is led on without. */
  readonly looks: boolean;
}

const choices = { mode: 'notKept', risk: 'no', conflict: 'no' } as const;

/** How an input or a move stands on a card. They are looked for in bytes, since no card is read whole. */
const marksOf = (id: string): readonly Buffer[] => [`"id":"${id}"`, `"move":"${id}"`].map((mark) => Buffer.from(mark));

/** The eight requests of a report with all detail. */
export const wayOfAReport = (door: Door = chatDoor, risk: 'yes' | 'no' = choices.risk): Way => ({
  door,
  looks: true,
  steps: [
    { name: 'open', move: 'open', inputs: () => ({}), shows: marksOf('mode') },
    { name: 'limits', move: 'next', inputs: () => ({ mode: choices.mode }), shows: marksOf('what') },
    {
      name: 'account',
      move: 'next',
      inputs: (account) => ({ what: account, risk, conflict: choices.conflict }),
      shows: marksOf('then'),
    },
    { name: 'code', move: 'next', inputs: () => choosing('detail'), shows: marksOf('kind') },
    {
      name: 'about',
      move: 'next',
      inputs: () => ({ kind: 'boundaries', who: writtenWho, towards: 'public', when: 'Most Fridays', ongoing: 'yes' }),
      shows: marksOf('signs'),
    },
    {
      name: 'signs',
      move: 'next',
      inputs: () => ({ signs: 'contact,gifts', vulnerability: 'victim' }),
      shows: marksOf('known'),
    },
    { name: 'knowledge', move: 'next', inputs: () => ({ known: 'saw', affected: 'no' }), shows: marksOf('send') },
    { name: 'send', move: 'send', inputs: () => ({}), shows: undefined },
  ],
});

/** The same but for its last step, which alone saves. */
export const withoutSending = (way: Way): Way => ({ ...way, steps: way.steps.slice(0, -1) });

const everyCarried = /"state":"[^"]+"/gu;
const beforeCarried = Buffer.from('"state":"');

/** The state that a card carries, in each of its buttons the same; `undefined` where it carries none. */
function carriedBy(body: Buffer): string | undefined {
  const at = body.indexOf(beforeCarried);
  const end = at < 0 ? -1 : body.indexOf('"', at + beforeCarried.length);
  return end < 0 ? undefined : body.toString('latin1', at + beforeCarried.length, end);
}

function bodyOf(
  door: Door,
  person: TeamsPerson,
  { move, inputs }: ReportStep,
  { account, state = 'none' }: { readonly account: string; readonly state: string | undefined },
): string {
  const isFirst = move === 'open';
  const candour = isFirst ? { verb: 'open', flow: 'report', language: 'en' } : { verb: 'move', move, state };
  const surroundings = { person, botId: '28:candour', now: new Date() };
  return JSON.stringify(pressed(door, surroundings, { candour, ...inputs(account) }, isFirst));
}

/** What came of a report: its steps' times in milliseconds, and its receipt where one was shown. */
export interface Told {
  /** The seed of the account that was written. */
  readonly seed: number;
  readonly tookMs: readonly number[];
  readonly caseId?: CaseId;
  /** When the receipt was here, on the clock of `performance`. */
  readonly at: number;
  /** A step was not answered with the card that follows it. */
  readonly refused: boolean;
  /** It came first on a connection. */
  readonly opensConnection?: boolean;
}

/** Leads one person over the steps and stops at the first answer that is not the next card. `at` is their number among those at a time. */
export async function report(wire: Wire, { steps, door, looks }: Way, at = 0): Promise<Told> {
  const person = newPerson();
  const seed = randomInt(2 ** 32);
  const account = accountOf(seed);
  const bearer = door.authorization(at);
  const headers: Readonly<Record<string, string>> = bearer === undefined ? {} : { authorization: bearer };
  const tookMs: number[] = [];
  let state: string | undefined;
  let caseId: CaseId | undefined;
  for (const step of steps) {
    const { status, body, tookMs: took } = await wire.post(bodyOf(door, person, step, { account, state }), headers);
    tookMs.push(took);
    state = carriedBy(body);
    if (step.shows === undefined) caseId = referenceOn({ text: body.toString().replaceAll(everyCarried, '') });
    const follows = step.shows?.some((mark) => body.includes(mark)) ?? caseId !== undefined;
    if (status !== 200 || (looks && !follows)) return { seed, tookMs, at: performance.now(), refused: true };
  }
  return { seed, tookMs, at: performance.now(), refused: false, ...(caseId && { caseId }) };
}
