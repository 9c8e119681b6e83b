import type { StepId } from '../../concerns/terms/steps.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';

export const hubStepHeadings = {
  hubFirst: 'hub.agreementHeading',
  hubWhy: 'hub.whyHeading',
  hubWords: 'hub.wordsHeading',
  hubRisk: 'hub.riskHeading',
  hubContact: 'hub.contactHeading',
  hubOfficer: 'hub.officerHeading',
  hubSigns: 'hub.signsHeading',
  hubMore: 'hub.moreHeading',
} as const satisfies Partial<Record<StepId, WordKey>>;

export const isHubStep = (id: StepId): id is keyof typeof hubStepHeadings => Object.hasOwn(hubStepHeadings, id);
