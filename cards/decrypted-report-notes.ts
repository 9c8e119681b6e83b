import type { Day } from '../core/model/calendar.ts';
import type { Language } from '../core/model/language.ts';
import { translate } from '../words/cards/translate.ts';
import { formatDay } from '../words/date-format.ts';
import type { ReporterIdentity } from '../core/model/sealed-report.ts';

export const partnerOriginText = (language: Language, partner: string | undefined): string =>
  partner === undefined
    ? translate(language, 'opened.fromHub')
    : translate(language, 'opened.fromPartner', { partner });

export const practitionerAndPersonText = (language: Language): string => translate(language, 'opened.twoPeople');

export const consentWithdrawnLines = (language: Language, on: Day): readonly [since: string, means: string] => [
  translate(language, 'opened.withdrawn', { day: formatDay(language, on) }),
  translate(language, 'opened.withdrawnMeans'),
];

export const termsMismatchText = (language: Language, terms: readonly string[]): string =>
  translate(language, 'report.differs', { terms: terms.join(', ') });

export const identityMismatchText = (language: Language, { name, objectId: id }: ReporterIdentity): string =>
  translate(language, 'report.otherPerson', { name, id });
