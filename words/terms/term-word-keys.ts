import type { Flag, NationalCategory } from '../../core/model/classification.ts';
import type { PartnerType } from '../../core/model/report-routes.ts';
import type { Outcome, ReferralDecision, Regime } from '../../core/model/case-terms.ts';
import type { caseTermWords } from '../tab/case-terms.ts';

type TermLabels<Term extends string> = Readonly<Record<Term, keyof typeof caseTermWords>>;

export const categoryWordKeys = {
  infiltration: 'status.categoryInfiltration',
  disclosure: 'status.categoryDisclosure',
  pervertingJustice: 'status.categoryJustice',
  sexualMisconduct: 'status.categorySexual',
  drugs: 'status.categoryDrugs',
  theftAndFraud: 'status.categoryTheft',
  misuseOfSystems: 'status.categorySystems',
  abuseOfAuthority: 'status.categoryAuthority',
  association: 'status.categoryAssociation',
  vulnerability: 'status.categoryVulnerability',
  committingCrime: 'status.categoryCrime',
  other: 'status.categoryOther',
} as const satisfies TermLabels<NationalCategory>;
export const flagWordKeys = {
  apsp: 'status.flagApsp',
  harassmentOfColleague: 'status.flagHarassment',
  domesticAbuse: 'status.flagDomestic',
  discrimination: 'status.flagDiscrimination',
} as const satisfies TermLabels<Flag>;
export const partnerTypeWordKeys = {
  victims: 'status.partnerVictims',
  domesticAbuse: 'status.partnerDomestic',
  sexualViolence: 'status.partnerSexual',
  health: 'status.partnerHealth',
  localAuthority: 'status.partnerCouncil',
  charity: 'status.partnerCharity',
} as const satisfies TermLabels<PartnerType>;
export const regimeWordKeys = {
  lawEnforcement: 'status.regimeLawEnforcement',
  general: 'status.regimeGeneral',
} as const satisfies TermLabels<Regime>;
export const outcomeWordKeys = {
  noFurtherAction: 'status.outcomeNone',
  adviceOrLearning: 'status.outcomeAdvice',
  managementAction: 'status.outcomeManagement',
  misconduct: 'status.outcomeMisconduct',
  criminal: 'status.outcomeCriminal',
  referred: 'status.outcomeReferred',
  intelligenceOnly: 'status.outcomeIntelligence',
  duplicate: 'status.outcomeDuplicate',
  notForUs: 'status.outcomeNotForUs',
  vettingReview: 'status.outcomeVetting',
  resignedOrRetired: 'status.outcomeLeft',
} as const satisfies TermLabels<Outcome>;
export const referralWordKeys = {
  refer: 'status.referralRefer',
  doNotRefer: 'status.referralNot',
  referred: 'status.referralReferred',
} as const satisfies TermLabels<ReferralDecision>;
