import type { Language } from '../core/model/language.ts';
import { translate } from '../words/cards/translate.ts';
import type { Contacts } from '../words/contacts.ts';
import type { Section } from './page.ts';
import type { StepId } from '../core/model/report-steps.ts';
import type { WordKey } from '../words/cards/catalogue.ts';

export function partnerAdviceSection(language: Language, contacts: Contacts, statusLines: readonly string[]): Section {
  const { emergency, helpline, helplinePhone: phone } = contacts;
  return {
    heading: translate(language, 'hub.tellHeading'),
    text: [
      ...statusLines,
      translate(language, 'hub.tellNothing'),
      translate(language, 'hub.tellWithdraw'),
      translate(language, 'hub.tellDanger', { emergency, helpline: helpline[language], phone }),
    ],
  };
}

export const partnerStepHeadings = {
  hubFirst: 'hub.agreementHeading',
  hubWords: 'hub.wordsHeading',
  hubContact: 'hub.contactHeading',
  hubOfficer: 'hub.officerHeading',
  hubSigns: 'hub.signsHeading',
  hubMore: 'hub.moreHeading',
} as const satisfies Partial<Record<StepId, WordKey>>;

export const isPartnerStep = (id: StepId): id is keyof typeof partnerStepHeadings =>
  Object.hasOwn(partnerStepHeadings, id);
