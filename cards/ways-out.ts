import type { Language } from '../concerns/terms/language.ts';
import type { Contacts } from '../words/contacts.ts';
import { say } from '../words/cards/say.ts';

/** The ways to report or find help without Teams, a line each. */
export const waysOut = (language: Language, contacts: Contacts): readonly string[] => [
  say(language, 'ways.emergency', { emergency: contacts.emergency }),
  say(language, 'ways.crimestoppers', { number: contacts.crimestoppers }),
  say(language, 'ways.iopc', { number: contacts.iopc ?? 'none' }),
  say(language, 'ways.victims', { victims: contacts.victims[language], phone: contacts.victimsPhone ?? 'none' }),
  contacts.federation
    ? say(language, 'ways.federation', { federation: contacts.federation[language] })
    : say(language, 'ways.anyFederation'),
  say(language, 'ways.ownDevice'),
];

/** When somebody looks at reports, or that nobody is on call. */
export const staffing = (language: Language, contacts: Contacts): string =>
  contacts.staffedHours
    ? say(language, 'common.staffed', { hours: contacts.staffedHours[language] })
    : say(language, 'common.noOneOnCall');

/** The way to the Police and Crime Commissioner, whose matter the Chief Constable's own conduct is. */
export const commissionerWay = (language: Language, contacts: Contacts): string =>
  say(language, 'common.chief', { commissioner: contacts.commissioner[language] });

/** Who handles what may concern the unit, outside it. */
export const reserveWay = (language: Language, contacts: Contacts): string =>
  say(language, 'common.reserve', { reserve: contacts.reserve[language] });

/** Who supports somebody who is affected. */
export const supportWay = (language: Language, contacts: Contacts): string =>
  say(language, 'common.support', { victims: contacts.victims[language], phone: contacts.victimsPhone ?? 'none' });

/** How to treat somebody who told something, and who supports them. */
export const disclosureCare = (language: Language, contacts: Contacts): string =>
  say(language, 'report.disclosureCare', {
    victims: contacts.victims[language],
    phone: contacts.victimsPhone ?? 'none',
  });
