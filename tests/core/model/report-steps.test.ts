import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Answers, partnerQuestions, findAnswerProblem, type QuestionId } from '../../../core/model/questions.ts';
import {
  askedQuestions,
  partnerStepIds,
  partnerSteps,
  applicableSteps,
  findStepProblems,
  stepProgress,
  stepQuestions,
  applicableAnswers,
  staffSteps,
  staffStepIds,
} from '../../../core/model/report-steps.ts';
import { questionIds } from '../../support/core/any-inputs.ts';

const idsFor = (answers: Answers) => applicableSteps(answers).map((step) => step.id);
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
  it('ask every question once that is not a partner’s, on the cards of the table', () => {
    const asked = staffStepIds.flatMap(stepQuestions);
    const ofStaff = questionIds.filter((id) => !Object.hasOwn(partnerQuestions, id));
    expect(asked.toSorted()).toEqual(ofStaff.toSorted());
    expect(staffSteps.map((step) => step.id)).toEqual(staffStepIds);
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
    const expected = staffStepIds.filter((id) => (over || id !== 'signs') && id !== 'disclosure');
    expect(idsFor(answers)).toEqual(expected);
  });

  it('lead over what somebody told where somebody did, and over nothing of it otherwise', () => {
    expect(idsFor({ known: 'told' })).toEqual(staffStepIds.filter((id) => id !== 'signs'));
    expect(idsFor({ known: 'saw' })).not.toContain('disclosure');
    const answers: Answers = { known: 'told', theirWords: 'words', observed: 'seen' };
    expect(applicableAnswers(answers)).toEqual(answers);
    expect(applicableAnswers({ ...answers, known: 'saw' })).toEqual({ known: 'saw' });
    expect(stepProgress('disclosure', answers)).toEqual({ part: 'detail', number: 3, of: 3 });
  });

  it('let stand what is on open cards and not blank, trimmed, and nothing else', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const standing = applicableAnswers(answers);
        const open = idsFor(answers).flatMap(stepQuestions);
        for (const id of questionIds) {
          const text = answers[id]?.trim();
          expect(standing[id]).toBe(open.includes(id) && text ? text : undefined);
        }
        expect(applicableAnswers(standing)).toEqual(standing);
      }),
    );
  });

  it('leave out the answers of a card that another answer has closed, and let them stand when it opens again', () => {
    const answers: Answers = { kind: 'boundaries', signs: 'gifts' };
    expect(applicableAnswers({ ...answers, kind: 'crime' })).toEqual({ kind: 'crime' });
    expect(applicableAnswers(answers)).toEqual(answers);
  });

  it('say where they stand in their part, from one to the last without gaps', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const part of ['short', 'detail', 'review'] as const) {
          const places = applicableSteps(answers)
            .filter((step) => step.part === part)
            .map((step) => stepProgress(step.id, answers));
          expect(places.map(({ number }) => number)).toEqual(places.map((_, place) => place + 1));
          for (const { of = places.length } of places) expect(of).toBe(places.length);
        }
      }),
    );
    expect(stepProgress('limits', {})).toEqual({ part: 'short', number: 2, of: 3 });
    expect(stepProgress('knowledge', { kind: 'boundaries' })).toEqual({ part: 'detail', number: 3 });
  });

  it('say of how many they are only where no answer can still open or close one', () => {
    expect(staffStepIds.map((id) => stepProgress(id, { known: 'told', kind: 'boundaries' }).of)).toEqual([
      3,
      3,
      3,
      undefined,
      undefined,
      undefined,
      4,
      1,
    ]);
  });

  it('do not ask someone to whom it was done whether they are affected, and let no earlier answer stand', () => {
    expect(askedQuestions('knowledge', {})).toContain('affected');
    expect(askedQuestions('knowledge', { towards: 'me' })).toEqual(
      stepQuestions('knowledge').filter((id) => id !== 'affected'),
    );
    expect(applicableAnswers({ towards: 'me', affected: 'no' })).toEqual({ towards: 'me' });
    expect(applicableAnswers({ towards: 'colleague', affected: 'no' })).toEqual({
      towards: 'colleague',
      affected: 'no',
    });
  });

  it.each([
    ['vulnerability', 'unsure', 'victim'],
    ['wants', 'noted', 'beTold'],
    ['contactWays', 'none', 'phone'],
    ['toldElse', 'nobody', 'lado'],
  ] as const)('take of %s either “%s” or others', (id, alone, other) => {
    expect([findAnswerProblem(id, alone), findAnswerProblem(id, other)]).toEqual([undefined, undefined]);
    const problem = { question: id, code: 'contradiction' };
    for (const both of [`${alone},${other}`, `${other},${alone}`]) expect(findAnswerProblem(id, both)).toEqual(problem);
  });
});

describe('the cards of a partner', () => {
  const hubIds = (answers: Answers) => applicableSteps(answers, 'hub').map((step) => step.id);

  it('ask every question of a partner once, and never how they report or who they are affected by', () => {
    const asked = partnerStepIds.flatMap(stepQuestions);
    expect(partnerSteps.map((step) => step.id)).toEqual(partnerStepIds);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked).toEqual(expect.arrayContaining(Object.keys(partnerQuestions)));
    for (const id of ['mode', 'affected', 'towards', 'known', 'theirWords']) expect(asked).not.toContain(id);
    expect(asked[0]).toBe('consent');
  });

  it.each<Answers>([
    {},
    { consent: '' },
    { consent: 'agrees' },
    { consent: 'against' },
    { consent: 'notSafe' },
    { consent: 'notAsked' },
  ])('are the same with %j, beside which it can be said why it is passed on', (answers) => {
    expect(hubIds(answers)).toEqual(partnerStepIds);
    expect(stepQuestions('hubFirst')).toContain('consentWhy');
    expect(applicableAnswers({ ...answers, consentWhy: 'why' }, 'hub').consentWhy).toBe('why');
  });

  it('ask before the code what decides where it goes and how fast', () => {
    const short = partnerSteps.filter(({ part }) => part === 'short').flatMap(({ questions }) => questions);
    expect(short).toEqual(expect.arrayContaining(['conflict', 'risk', 'childAtRisk', 'adultAtRisk']));
  });

  it.each<[QuestionId, string, string]>([
    ['wants', 'noted', 'lookInto'],
    ['contactWays', 'none', 'phone'],
    ['toldElse', 'nobody', 'lado'],
  ])('stop at answers to %s that contradict each other, and take each alone', (question, alone, other) => {
    const contradiction = { question, code: 'contradiction' };
    expect(findAnswerProblem(question, `${other},${alone}`, 'hub')).toEqual(contradiction);
    expect(findAnswerProblem(question, `${alone},${other}`, 'hub')).toEqual(contradiction);
    expect([findAnswerProblem(question, alone, 'hub'), findAnswerProblem(question, other, 'hub')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('take one of two accounts, and neither is needed where the other is', () => {
    const on = (answers: Answers) => findStepProblems('hubWords', { conflict: 'no', ...answers }, 'hub');
    expect([on({ what: 'said' }), on({ observed: 'seen' }), on({ what: 'said', observed: 'seen' })]).toEqual([
      [],
      [],
      [],
    ]);
    for (const blank of [{}, { what: ' ' }, { what: '', observed: '\n' }])
      expect(on(blank)).toEqual([{ question: 'what', code: 'either' }]);
  });

  it('have more room for what was seen than the cards of the staff', () => {
    expect(findAnswerProblem('observed', 'x'.repeat(4_000), 'hub')).toBeUndefined();
    expect(findAnswerProblem('observed', 'x'.repeat(4_001), 'hub')).toEqual({
      question: 'observed',
      code: 'long',
      by: 1,
    });
    expect(findAnswerProblem('observed', 'x'.repeat(401))).toEqual({ question: 'observed', code: 'long', by: 1 });
  });

  it('let stand nothing that only the staff are asked', () => {
    const answers: Answers = { mode: 'named', affected: 'yes', theirWords: 'words', consent: 'agrees', what: 'said' };
    expect(applicableAnswers(answers, 'hub')).toEqual({ consent: 'agrees', what: 'said' });
    expect(applicableAnswers(answers)).toEqual({ mode: 'named', what: 'said', affected: 'yes' });
  });

  it('say where they stand by a number that no answer changes', () => {
    for (const consent of ['', 'agrees', 'against']) {
      const places = (part: 'short' | 'detail') =>
        partnerSteps.filter((step) => step.part === part).map((step) => stepProgress(step.id, { consent }, 'hub'));
      expect(places('short')).toEqual([1, 2, 3].map((number) => ({ part: 'short', number, of: 3 })));
      expect(places('detail')).toEqual([1, 2, 3, 4].map((number) => ({ part: 'detail', number, of: 4 })));
    }
  });
});
