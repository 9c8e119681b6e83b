import type { Language } from '../core/model/language.ts';
import { say } from '../words/cards/translate.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Section } from './page.ts';
import type { StepId } from '../core/model/report-steps.ts';
import type { WordKey } from '../words/cards/catalogue.ts';

export function tellSection(language: Language, contacts: Contacts, standing: readonly string[]): Section {
  const { emergency, helpline, helplinePhone: phone } = contacts;
  return {
    heading: say(language, 'hub.tellHeading'),
    text: [
      ...standing,
      say(language, 'hub.tellNothing'),
      say(language, 'hub.tellWithdraw'),
      say(language, 'hub.tellDanger', { emergency, helpline: helpline[language], phone }),
    ],
  };
}

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
