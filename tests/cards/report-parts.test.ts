import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  consentAndContactParts,
  partnerReportNotes,
  partnerReportParts,
  partnerReportText,
  reportAnswers,
} from '../../cards/report-parts.ts';
import { consentWithdrawalDay } from '../../core/casework/consent-withdrawal.ts';
import { isBlank } from '../../core/model/invisible-characters.ts';
import { languages } from '../../core/model/language.ts';
import { type Answers, isQuestionId, type QuestionId, questions } from '../../core/model/questions.ts';
import { translate } from '../../words/cards/translate.ts';
import { exampleDay, exampleCaseId } from '../support/cards/example-views.ts';

const ids: readonly QuestionId[] = Object.keys(questions).filter(isQuestionId);
const full: Answers = {
  consent: 'against',
  consentWhy: 'A child lives there.',
  what: 'He keeps coming to my door.',
  observed: 'She came with her arm in a sling.',
  contactWays: 'phone,throughUs',
  contactNot: 'Not by text: he reads them.',
  contactWhen: 'On Tuesdays before three.',
  contactLanguage: 'bsl',
  risk: 'unsure',
  childAtRisk: 'yes',
  onTheirCase: 'yes',
  wants: 'keepAway',
  who: 'PC Example',
  conflict: 'no',
  mode: 'notKept',
  practitioner: 'Somebody of a service',
};

describe('an opened report of the hub', () => {
  it.each(languages)(
    'begins with consent and its why, then contact and risk, then two accounts apart, in %s',
    (language) => {
      const parts = partnerReportParts(language, full);
      expect(parts.map(({ id }) => id)).toEqual(['consent', 'contact', 'risk', 'words', 'observed', 'rest']);
      expect(parts[0]?.answers.map(({ id }) => id)).toEqual(['consent', 'consentWhy']);
      expect(parts[3]?.answers.map(({ text }) => text)).toEqual([full.what]);
      expect(parts[4]?.answers.map(({ text }) => text)).toEqual([full.observed]);
      expect(new Set(parts.map(({ heading }) => heading)).size).toBe(parts.length);
      expect(partnerReportNotes(language, full)).toEqual([translate(language, 'opened.bsl')]);
    },
  );

  it('shows everything that was answered once, whatever it was, and the way of reporting not', () => {
    const answers = fc.dictionary(fc.constantFrom(...ids), fc.string({ maxLength: 40 }));
    fc.assert(
      fc.property(answers, (given) => {
        const shown = reportAnswers('en', 'hub', given).map(({ id }) => id);
        const answered = ids.filter((id) => id !== 'mode' && !isBlank(given[id] ?? ''));
        expect([...shown].sort()).toEqual(answered.sort());
        const text = partnerReportText('cy', given);
        for (const id of answered) if (questions[id].kind === 'text') expect(text).toContain(given[id]);
      }),
    );
  });

  it.each([{}, { consent: '' }, { consent: 'perhaps' }, { consent: 'agrees,against' }, { what: 'only words' }])(
    'that does not say readably whether the person agrees is treated as not agreed: %j',
    (answers) => {
      for (const language of languages) {
        expect(partnerReportParts(language, answers)[0]).toMatchObject({
          id: 'consent',
          note: translate(language, 'opened.noConsent'),
        });
        expect(consentAndContactParts(language, answers)[1]).toMatchObject({
          note: translate(language, 'opened.noContact'),
          answers: [],
        });
      }
    },
  );

  it('says nothing of the kind where the person agrees and can be reached', () => {
    expect(partnerReportNotes('en', { consent: 'agrees', contactWays: 'email' })).toEqual([]);
    expect(consentAndContactParts('en', full).flatMap((part) => part.answers.map(({ id }) => id))).toEqual([
      'consent',
      'consentWhy',
      'contactWays',
      'contactWhen',
      'contactNot',
      'contactLanguage',
    ]);
  });

  it('of staff stays in the order of its questions', () => {
    const shown = reportAnswers('en', 'staff', { who: 'w', what: 'x', mode: 'named' }).map(({ id }) => id);
    expect(shown).toEqual(['mode', 'what', 'who']);
  });
});

describe('consent that was taken back', () => {
  const message = { v: 1, caseId: exampleCaseId, direction: 'fromReporter', id: 'i', text: '', tag: '' } as const;
  const wrote = (number: number, says?: 'consentWithdrawn') => ({ ...message, number, writtenOn: exampleDay, says });

  it('is known by its day, on a report of the hub and on no other', () => {
    const followUps = [wrote(1), wrote(2, 'consentWithdrawn')];
    expect(consentWithdrawalDay({ report: { route: 'hub' }, followUps })).toBe(exampleDay);
    expect(consentWithdrawalDay({ report: { route: 'hub' }, followUps: [wrote(1)] })).toBeUndefined();
    expect(consentWithdrawalDay({ report: { route: 'staff' }, followUps })).toBeUndefined();
  });
});
