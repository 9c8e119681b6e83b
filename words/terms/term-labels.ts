import type { Flag, NationalCategory } from '../../core/model/kinds.ts';
import type { PartnerType } from '../../core/model/routes.ts';
import type { Outcome, ReferralDecision, Regime } from '../../core/model/outcomes.ts';
import type { statusInCaseWords } from '../tab/status-in-case.ts';

type Called<Term extends string> = Readonly<Record<Term, keyof typeof statusInCaseWords>>;

export const categoryWords = {
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
} as const satisfies Called<NationalCategory>;
export const flagWords = {
  apsp: 'status.flagApsp',
  harassmentOfColleague: 'status.flagHarassment',
  domesticAbuse: 'status.flagDomestic',
  discrimination: 'status.flagDiscrimination',
} as const satisfies Called<Flag>;
export const partnerTypeWords = {
  victims: 'status.partnerVictims',
  domesticAbuse: 'status.partnerDomestic',
  sexualViolence: 'status.partnerSexual',
  health: 'status.partnerHealth',
  localAuthority: 'status.partnerCouncil',
  charity: 'status.partnerCharity',
} as const satisfies Called<PartnerType>;
export const regimeWords = {
  lawEnforcement: 'status.regimeLawEnforcement',
  general: 'status.regimeGeneral',
} as const satisfies Called<Regime>;
export const outcomeWords = {
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
} as const satisfies Called<Outcome>;
export const referralWords = {
  refer: 'status.referralRefer',
  doNotRefer: 'status.referralNot',
  referred: 'status.referralReferred',
} as const satisfies Called<ReferralDecision>;
