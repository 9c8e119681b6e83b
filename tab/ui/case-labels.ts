import type { Grading } from '../../core/model/grading.ts';
import type { Flag, NationalCategory, RecordedTowards } from '../../core/model/classification.ts';
import type {
  ClosingAnswer,
  Danger,
  ErasureReason,
  FileDestination,
  Outcome,
  ReferralDecision,
  Regime,
  ReplyName,
} from '../../core/model/case-terms.ts';
import type { MatchGround, MatchStrength } from '../../core/casework/subject-matching.ts';
import type { SubjectCertainty } from '../../core/model/subject-card.ts';
import type { Language } from '../../core/model/language.ts';
import type { IdentityMode } from '../../core/model/questions.ts';
import type { PartnerType } from '../../core/model/report-routes.ts';
import { closingAnswerWords } from '../../words/closing-messages.ts';
import { translateWord } from '../../words/translate-word.ts';
import {
  categoryWordKeys,
  flagWordKeys,
  outcomeWordKeys,
  partnerTypeWordKeys,
  referralWordKeys,
  regimeWordKeys,
} from '../../words/terms/term-word-keys.ts';
import { labelLookup } from './labels.ts';

export const dangerText = labelLookup<Danger>({
  now: 'safety.dangerNow',
  later: 'safety.dangerLater',
  none: 'safety.dangerNone',
  notKnown: 'safety.dangerNotKnown',
});

export const towardsText = labelLookup<RecordedTowards>({
  public: 'triage.towardsPublic',
  colleague: 'triage.towardsColleague',
  both: 'triage.towardsBoth',
  unsure: 'triage.towardsUnsure',
});

export const partnerTypeText = labelLookup<PartnerType>(partnerTypeWordKeys);

export const languageText = labelLookup<Language>({ en: 'status.english', cy: 'status.welsh' });

export const modeText = labelLookup<IdentityMode>({
  named: 'status.modeNamed',
  confidential: 'status.modeConfidential',
  notKept: 'status.modeNotKept',
});

export const flagText = labelLookup<Flag>(flagWordKeys);

export const categoryText = labelLookup<NationalCategory>(categoryWordKeys);

export const gradingSourceText = labelLookup<Grading['source']>({
  1: 'status.source1',
  2: 'status.source2',
  3: 'status.source3',
});

export const gradingAssessmentText = labelLookup<Grading['assessment']>({
  A: 'status.assessmentA',
  B: 'status.assessmentB',
  C: 'status.assessmentC',
  D: 'status.assessmentD',
  E: 'status.assessmentE',
});

export const gradingHandlingText = labelLookup<Grading['handling']>({ P: 'status.handlingP', C: 'status.handlingC' });

export const gradingActionText = labelLookup<NonNullable<Grading['action']>>({
  A1: 'status.actionA1',
  A2: 'status.actionA2',
  A3: 'status.actionA3',
});

export const gradingSanitisationText = labelLookup<NonNullable<Grading['sanitisation']>>({
  S1: 'status.sanitisationS1',
  S2: 'status.sanitisationS2',
});

/** Such as "2 A C A1 S2". */
export const gradingCodes = ({ source, assessment, handling, action, sanitisation }: Grading): string =>
  [source, assessment, handling, action, sanitisation].filter((code) => code !== undefined).join(' ');

export const regimeText = labelLookup<Regime>(regimeWordKeys);

export const referralText = labelLookup<ReferralDecision | 'undecided'>({
  undecided: 'status.referralUndecided',
  ...referralWordKeys,
});

export const outcomeText = labelLookup<Outcome>(outcomeWordKeys);

export const erasureReasonText = labelLookup<ErasureReason>({
  retentionOver: 'status.erasureRetention',
  notNeeded: 'status.erasureNotNeeded',
  inError: 'status.erasureError',
  sameRecord: 'status.erasureSame',
  requestUpheld: 'status.erasureRequest',
  orderedByLaw: 'status.erasureLaw',
});

export const closingAnswerText = (language: Language, answer: ClosingAnswer): string =>
  translateWord(language, closingAnswerWords[answer]);

export const certaintyText = labelLookup<SubjectCertainty>({
  named: 'subjects.certaintyNamed',
  inferred: 'subjects.certaintyInferred',
  confirmed: 'subjects.certaintyConfirmed',
});

export const matchStrengthText = labelLookup<MatchStrength>({
  strong: 'subjects.strong',
  middling: 'subjects.middling',
  weak: 'subjects.weak',
});

export const matchGroundText = labelLookup<MatchGround>({
  number: 'subjects.groundNumber',
  surname: 'subjects.groundSurname',
  nearSurname: 'subjects.groundNearSurname',
  forename: 'subjects.groundForename',
  initial: 'subjects.groundInitial',
  alias: 'subjects.groundAlias',
  unit: 'subjects.groundUnit',
  role: 'subjects.groundRole',
});

export const fileDestinationText = labelLookup<FileDestination>({
  scanner: 'status.placeScanner',
  caseSystem: 'status.placeCaseSystem',
  iopc: 'status.placeIopc',
  prosecutor: 'status.placeProsecutor',
  otherForce: 'status.placeOtherForce',
  commissioner: 'status.placeCommissioner',
  other: 'status.placeOther',
});

export const replyText = labelLookup<ReplyName>({
  received: 'talk.replyReceived',
  whereOrWhen: 'talk.replyWhereOrWhen',
  closedActed: 'talk.replyActed',
  closedNothingFound: 'talk.replyNothingFound',
  closedKept: 'talk.replyKept',
  closedPassedOn: 'talk.replyPassedOn',
});
