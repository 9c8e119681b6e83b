import type { QuestionId, questions } from '../../core/model/questions.ts';
import type { WordKey } from './catalogue.ts';

type QuestionOption<Id extends QuestionId> = (typeof questions)[Id] extends {
  readonly options: readonly (infer Option)[];
}
  ? Option & string
  : never;

interface QuestionWordKeys<Option extends string> {
  readonly label: WordKey;
  readonly hint?: WordKey;
  readonly options: Readonly<Record<Option, WordKey>>;
}

const yesNoUnsure = { yes: 'option.yes', no: 'option.no', unsure: 'option.unsure' } as const;
/** For options that say whether there is something, which Welsh answers differently. */
const riskOptions = { yes: 'option.riskYes', no: 'option.riskNo', unsure: 'option.unsure' } as const;

/** Apart from the first, so that the two together are not taken for a word in both languages. */
const otherLanguages = { cy: 'hubOption.welsh', bsl: 'hubOption.bsl', other: 'hubOption.otherLanguage' } as const;

export const questionWordKeys = {
  mode: {
    label: 'question.mode',
    options: { named: 'option.named', confidential: 'option.confidential', notKept: 'option.notKept' },
  },
  what: { label: 'question.what', hint: 'question.whatHint', options: {} },
  risk: {
    label: 'question.risk',
    options: { yes: 'option.riskYes', no: 'option.riskNo', unsure: 'option.unsure' },
  },
  conflict: {
    label: 'question.conflict',
    hint: 'question.conflictHint',
    options: {
      no: 'option.no',
      yes: 'option.conflictYes',
      chief: 'option.conflictChief',
      unsure: 'option.unsure',
    },
  },
  kind: {
    label: 'question.kind',
    options: {
      boundaries: 'option.boundaries',
      harassment: 'option.harassment',
      bribery: 'option.bribery',
      advantage: 'option.advantage',
      domestic: 'option.domestic',
      discrimination: 'option.discrimination',
      crime: 'option.crime',
      association: 'option.association',
      unsure: 'option.unsure',
    },
  },
  who: { label: 'question.who', hint: 'question.whoHint', options: {} },
  towards: {
    label: 'question.towards',
    options: {
      public: 'option.towardsPublic',
      colleague: 'option.towardsColleague',
      both: 'option.towardsBoth',
      me: 'option.towardsMe',
      unsure: 'option.unsure',
    },
  },
  where: { label: 'question.where', options: {} },
  when: { label: 'question.when', options: {} },
  ongoing: { label: 'question.ongoing', options: yesNoUnsure },
  signs: {
    label: 'question.signs',
    options: {
      contact: 'option.signContact',
      messages: 'option.signMessages',
      flirting: 'option.signFlirting',
      gifts: 'option.signGifts',
      touch: 'option.signTouch',
      hero: 'option.signHero',
      asksFor: 'option.signAsksFor',
      caseClosed: 'option.signCaseClosed',
      quickEnd: 'option.signQuickEnd',
      other: 'option.other',
    },
  },
  vulnerability: {
    label: 'question.vulnerability',
    options: {
      mentalHealth: 'option.mentalHealth',
      learning: 'option.learning',
      young: 'option.young',
      dependency: 'option.dependency',
      victim: 'option.victim',
      trauma: 'option.trauma',
      other: 'option.other',
      unsure: 'option.unsure',
    },
  },
  known: {
    label: 'question.known',
    options: { saw: 'option.knownSaw', told: 'option.knownTold', other: 'option.knownOther' },
  },
  theirWords: { label: 'question.theirWords', hint: 'question.theirWordsHint', options: {} },
  observed: { label: 'question.observed', hint: 'question.observedHint', options: {} },
  theyAgree: {
    label: 'question.theyAgree',
    options: {
      agree: 'option.agreeYes',
      against: 'option.agreeAgainst',
      no: 'option.agreeNo',
      unsure: 'option.unsure',
    },
  },
  passedOn: {
    label: 'question.passedOn',
    hint: 'question.passedOnHint',
    options: {
      yes: 'option.yes',
      no: 'option.passedOnNo',
      neither: 'option.passedOnNeither',
      unsure: 'option.unsure',
    },
  },
  evidence: { label: 'question.evidence', hint: 'question.evidenceHint', options: {} },
  subjectKnows: { label: 'question.subjectKnows', options: yesNoUnsure },
  whoElse: { label: 'question.whoElse', options: {} },
  affected: { label: 'question.affected', options: { yes: 'option.affectedYes', no: 'option.affectedNo' } },
  consent: {
    label: 'hubQuestion.consent',
    hint: 'hubQuestion.consentHint',
    options: {
      agrees: 'option.agreeYes',
      against: 'option.agreeAgainst',
      notSafe: 'hubOption.notSafe',
      notAsked: 'hubOption.notAsked',
    },
  },
  consentWhy: { label: 'hubQuestion.consentWhy', hint: 'hubQuestion.consentWhyHint', options: {} },
  wants: {
    label: 'hubQuestion.wants',
    hint: 'hubQuestion.wantsHint',
    options: {
      lookInto: 'hubOption.lookInto',
      stopContact: 'hubOption.stopContact',
      keepAway: 'hubOption.keepAway',
      beTold: 'hubOption.beTold',
      noted: 'hubOption.noted',
      unsure: 'hubOption.wantsUnsure',
      other: 'option.other',
    },
  },
  contactWays: {
    label: 'hubQuestion.contactWays',
    hint: 'hubQuestion.contactWaysHint',
    options: {
      phone: 'hubOption.phone',
      text: 'hubOption.text',
      email: 'hubOption.email',
      letter: 'hubOption.letter',
      inPerson: 'hubOption.inPerson',
      throughUs: 'hubOption.throughUs',
      none: 'hubOption.none',
    },
  },
  contactDetail: { label: 'hubQuestion.contactDetail', hint: 'hubQuestion.contactDetailHint', options: {} },
  contactWhen: { label: 'hubQuestion.contactWhen', options: {} },
  contactNot: { label: 'hubQuestion.contactNot', hint: 'hubQuestion.contactNotHint', options: {} },
  contactLanguage: {
    label: 'hubQuestion.contactLanguage',
    options: { en: 'hubOption.english', ...otherLanguages },
  },
  contactLanguageOther: { label: 'hubQuestion.contactLanguageOther', options: {} },
  childAtRisk: { label: 'hubQuestion.childAtRisk', options: riskOptions },
  adultAtRisk: { label: 'hubQuestion.adultAtRisk', hint: 'hubQuestion.adultAtRiskHint', options: riskOptions },
  onTheirCase: { label: 'hubQuestion.onTheirCase', options: yesNoUnsure },
  knowsAddress: { label: 'hubQuestion.knowsAddress', options: riskOptions },
  dash: { label: 'hubQuestion.dash', options: riskOptions },
  marac: { label: 'hubQuestion.marac', options: yesNoUnsure },
  toldElse: {
    label: 'hubQuestion.toldElse',
    hint: 'hubQuestion.toldElseHint',
    options: {
      lado: 'hubOption.lado',
      socialServices: 'hubOption.socialServices',
      police: 'hubOption.police',
      health: 'hubOption.health',
      other: 'hubOption.toldOther',
      nobody: 'hubOption.nobody',
    },
  },
  toldWhen: { label: 'hubQuestion.toldWhen', options: {} },
  practitioner: { label: 'hubQuestion.practitioner', hint: 'hubQuestion.practitionerHint', options: {} },
  paperOn: { label: 'hubQuestion.paperOn', options: {} },
} as const satisfies { readonly [Id in QuestionId]: QuestionWordKeys<QuestionOption<Id>> };

/** The words that a partner reads instead. */
export const partnerQuestionWordKeys: Readonly<
  Partial<Record<QuestionId, { readonly label: WordKey; readonly hint: WordKey }>>
> = {
  what: { label: 'hubQuestion.what', hint: 'hubQuestion.whatHint' },
  observed: { label: 'hubQuestion.observed', hint: 'hubQuestion.observedHint' },
  risk: { label: 'question.risk', hint: 'hubQuestion.riskHint' },
  evidence: { label: 'question.evidence', hint: 'hubQuestion.evidenceHint' },
};
