import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Answers } from '../../../concerns/terms/questions.ts';
import { openSteps, progressOf, questionsOf, standingAnswers, steps, stepIds } from '../../../concerns/terms/steps.ts';
import { questionIds } from '../../support/concerns/any-inputs.ts';

const idsFor = (answers: Answers) => openSteps(answers).map((step) => step.id);
const anyAnswers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    questionIds.map((id) => [
      id,
      fc.constantFrom('', ' ', 'boundaries', 'public', 'both', 'colleague', 'told', 'text'),
    ]),
  ),
  { requiredKeys: [] },
);

describe('the cards of a report', () => {
  it('ask every question once, on the cards of the table', () => {
    const asked = stepIds.flatMap(questionsOf);
    expect(asked.toSorted()).toEqual(questionIds.toSorted());
    expect(steps.map((step) => step.id)).toEqual(stepIds);
  });

  it.each<[Answers, boolean]>([
    [{}, false],
    [{ kind: 'bribery' }, false],
    [{ kind: 'harassment', towards: 'colleague' }, false],
    [{ kind: 'boundaries' }, true],
    [{ kind: 'boundaries', towards: 'colleague' }, true],
    [{ towards: 'public' }, true],
    [{ kind: 'bribery', towards: 'both' }, true],
    [{ towards: 'unsure' }, false],
    [{ kind: 'harassment', towards: 'me' }, false],
    [{ kind: 'boundaries', towards: 'me' }, true],
  ])('lead with %j over the signs: %s', (answers, over) => {
    const expected = stepIds.filter((id) => (over || id !== 'signs') && id !== 'disclosure');
    expect(idsFor(answers)).toEqual(expected);
  });

  it('lead over what somebody told where somebody did, and over nothing of it otherwise', () => {
    expect(idsFor({ known: 'told' })).toEqual(stepIds.filter((id) => id !== 'signs'));
    expect(idsFor({ known: 'saw' })).not.toContain('disclosure');
    const answers: Answers = { known: 'told', theirWords: 'words', observed: 'seen' };
    expect(standingAnswers(answers)).toEqual(answers);
    expect(standingAnswers({ ...answers, known: 'saw' })).toEqual({ known: 'saw' });
    expect(progressOf('disclosure', answers)).toEqual({ part: 'detail', number: 3, of: 3 });
  });

  it('let stand what is on open cards and not blank, trimmed, and nothing else', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const standing = standingAnswers(answers);
        const open = idsFor(answers).flatMap(questionsOf);
        for (const id of questionIds) {
          const text = answers[id]?.trim();
          expect(standing[id]).toBe(open.includes(id) && text ? text : undefined);
        }
        expect(standingAnswers(standing)).toEqual(standing);
      }),
    );
  });

  it('leave out the answers of a card that another answer has closed, and let them stand when it opens again', () => {
    const answers: Answers = { kind: 'boundaries', signs: 'gifts' };
    expect(standingAnswers({ ...answers, kind: 'crime' })).toEqual({ kind: 'crime' });
    expect(standingAnswers(answers)).toEqual(answers);
  });

  it('say where they stand in their part, from one to the last without gaps', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const part of ['short', 'detail', 'review'] as const) {
          const places = openSteps(answers)
            .filter((step) => step.part === part)
            .map((step) => progressOf(step.id, answers));
          expect(places).toEqual(places.map((_, place) => ({ part, number: place + 1, of: places.length })));
        }
      }),
    );
    expect(progressOf('account', {})).toEqual({ part: 'short', number: 2, of: 3 });
    expect(progressOf('knowledge', {})).toEqual({ part: 'detail', number: 2, of: 2 });
    expect(progressOf('knowledge', { kind: 'boundaries' })).toEqual({ part: 'detail', number: 3, of: 3 });
  });
});
