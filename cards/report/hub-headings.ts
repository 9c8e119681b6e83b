import type { StepId } from '../../concerns/terms/steps.ts';
import type { WordKey } from '../../words/cards/catalogue.ts';

/** The headings of the cards of a partner that ask something, as the review and the form on paper name them. */
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

/** Whether a card is one of a partner that asks something. */
export const isHubStep = (id: StepId): id is keyof typeof hubStepHeadings => Object.hasOwn(hubStepHeadings, id);
