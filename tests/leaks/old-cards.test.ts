import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { decryptReportWithIdentities } from '../../cli/open-report.ts';
import { changedReportText } from '../../cards/report-text.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { findDraft } from '../../core/reporting/drafts.ts';
import { languages } from '../../core/model/language.ts';
import type { Answers } from '../../core/model/questions.ts';
import type { DecryptedReport } from '../../core/casework/decrypt-report.ts';
import { type ReportState, reportStateSchema } from '../../core/reporting/report-flow.ts';
import type { ReturnCode } from '../../core/model/return-code.ts';
import { applicableAnswers } from '../../core/model/report-steps.ts';
import { identityFromSeed } from '../../crypto/age-identity.ts';
import { keyGroups } from '../../core/model/public-keys.ts';
import { createReportDriver, type ReportDriver, person, type ViewedCard } from '../support/dialogs/report-driver.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { isLong, createTally } from './tally.ts';

const seen = createTally('leaks, old cards');
const runs = isLong ? 1_000 : 40;
const identities = (['acu', 'reserve'] as const).map((group) =>
  identityFromSeed(new Uint8Array(32).fill(keyGroups.indexOf(group) + 1)),
);

/** A press on any card that was ever shown, with something typed over what stands on it. */
const presses = fc.record({
  /** The newest card more often than not, else one of the older ones. */
  back: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 30 }) }),
  move: fc.nat({ max: 20 }),
  typed: fc.record(
    {
      what: fc.constantFrom('it began in March', 'it began in May', 'it began in June'),
      risk: fc.constantFrom('no', 'yes'),
      conflict: fc.constantFrom('no', 'no', 'no', 'yes'),
      mode: fc.constantFrom('named', 'notKept'),
      ending: fc.constantFrom('send', 'send', 'send', 'detail', 'later'),
      kind: fc.constantFrom('bribery', 'boundaries'),
      who: fc.constantFrom('a sergeant', ''),
    },
    { requiredKeys: ['ending'] },
  ),
});

/** In the order of how often they are pressed. */
const movesOfReport = ['send', 'add', 'next', 'next', 'add', 'send', 'next']
  .concat(['change:account', 'change:about', 'later', 'file'])
  .concat(['language', 'back', 'leave']);
const versionOf = (answers: Answers): string => JSON.stringify(applicableAnswers(answers));

/** What somebody was told of one code: that this is saved, that this was added, that this was kept for later. */
interface Told {
  saved?: string;
  readonly added: Map<string, Answers>;
  kept?: string;
}

let led: ReportDriver;
beforeEach(() => {
  led = createReportDriver();
});
afterEach(() => led.close());

async function stateOf(card: ViewedCard): Promise<ReportState> {
  const opened = await led.sealedState.open(card.token, person.key);
  if (opened.kind === 'foreign') throw new Error('a card of one’s own cannot be opened');
  return reportStateSchema.parse(opened.state.dialogStack.at(-1)?.state['flow']);
}

async function caseOf(code: ReturnCode): Promise<DecryptedReport | undefined> {
  const standing = await led.core.store.cases.read(deriveCaseId(code));
  if (standing === undefined) return undefined;
  return decryptReportWithIdentities(
    standing.value,
    await led.core.store.history.readAll(standing.value.caseId),
    identities,
  );
}

const textsOf = (answers: Answers): readonly string[] =>
  languages.map((language) => changedReportText(language, answers));

/** Presses a button and notes what the card that follows tells; what it tells of at once is checked at once. */
async function pressAndNote(
  card: ViewedCard,
  verb: string,
  typed: Readonly<Record<string, string>>,
  told: Map<string, Told>,
) {
  const before = await stateOf(card);
  const shown = card.inputs.map(({ id }) => id);
  const inputs = Object.fromEntries(Object.entries(typed).filter(([id]) => shown.includes(id)));
  // The card with the code has a button for each way to go on.
  const ending = before.at === 'code' && verb === 'next' ? typed['ending'] : undefined;
  const next = await led.step(card, ending ?? verb, inputs);
  const after = await stateOf(next);
  const of = told.get(before.code) ?? { added: new Map<string, Answers>() };
  told.set(before.code, of);
  // What was sent: the answers that were carried, with those of this card as they were typed.
  const answers: Answers = { ...before.answers, ...card.filled, ...inputs };
  const standing = after.code === before.code ? await caseOf(after.code) : undefined;
  if (after.at === 'receipt' && before.at !== 'receipt' && verb !== 'leave') {
    if (after.result?.added) of.added.set(versionOf(answers), answers);
    else if (of.saved === undefined) of.saved = versionOf(answers);
    else expect(versionOf(answers)).toBe(of.saved);
    seen.add(after.result?.added ? 'told added' : 'told saved');
  }
  if (after.at === 'differs' && before.at !== 'differs') {
    // It says that the first version is saved, and this one is not.
    expect(versionOf(standing?.report.answers ?? {})).not.toBe(versionOf(answers));
    for (const text of textsOf(answers)) expect(standing?.followUps.map((one) => one.text)).not.toContain(text);
    seen.add('told that it differs');
  }
  if (after.at === 'kept' && before.at !== 'kept') {
    of.kept = versionOf(answers);
    seen.add('told kept');
    const draft = await findDraft(led.core.deps, before.code);
    expect(versionOf(draft?.state.answers ?? {})).toBe(of.kept);
  }
  return next;
}

describe('any sequence of old and new cards', () => {
  it('ends with exactly what the person was told is saved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(presses, { minLength: 4, maxLength: 24 }), async (doings) => {
        const told = new Map<string, Told>();
        const cards = [await led.open('report')];
        const beginning: readonly Readonly<Record<string, string>>[] = [
          { what: 'it began in March', risk: 'no', conflict: 'no' },
          { mode: 'named' },
          { ending: 'send' },
        ];
        for (const typed of beginning.slice(0, 2 + (doings.length % 2))) {
          const last = cards.at(-1);
          if (last) cards.push(await pressAndNote(last, 'next', typed, told));
        }
        for (const { back, move, typed } of doings) {
          const held = cards[Math.max(0, cards.length - 1 - back)];
          const offered = movesOfReport.filter((verb) => held?.moves.includes(verb));
          const verb = offered[move % Math.max(1, offered.length)];
          if (held && verb) cards.push(await pressAndNote(held, verb, typed, told));
          seen.add('presses');
        }
        for (const [text, { saved, added }] of told) {
          const code = reportStateSchema.shape.code.parse(text);
          const standing = await caseOf(code);
          expect(standing === undefined ? undefined : versionOf(standing.report.answers)).toBe(saved);
          expect(standing?.followUps.length ?? 0).toBe(added.size);
          // Someone who finds the code must not read in a draft what was sent.
          if (standing)
            await waitFor('no draft is behind the report', async () =>
              (await findDraft(led.core.deps, code)) === undefined ? true : undefined,
            );
          for (const answers of added.values()) {
            const texts = textsOf(answers);
            expect(standing?.followUps.filter((one) => texts.includes(one.text))).toHaveLength(1);
          }
          expect(standing?.unverifiedCount ?? 0).toBe(0);
        }
        seen.add('sequences');
      }),
      { numRuns: runs },
    );
  });
});

describe('a changed version that was added already', () => {
  it('is told to be saved when an old card sends it again, and is added once', async () => {
    const told = new Map<string, Told>();
    const account = await led.open('report');
    const written = { what: 'it began in March', risk: 'no', conflict: 'no' };
    const toCode = async (typed: typeof written) =>
      pressAndNote(await pressAndNote(account, 'next', typed, told), 'next', { mode: 'named' }, told);
    await pressAndNote(await toCode(written), 'next', { ending: 'send' }, told);
    const changed = await toCode({ ...written, what: 'it began in May' });
    const differs = await pressAndNote(changed, 'next', { ending: 'send' }, told);
    await pressAndNote(differs, 'add', {}, told);
    const again = await pressAndNote(changed, 'next', { ending: 'send' }, told);
    expect((await stateOf(again)).result?.added).toBe(true);
    expect((await caseOf((await stateOf(again)).code))?.followUps).toHaveLength(1);
  });
});
