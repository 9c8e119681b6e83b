import { GlobalSettings, Template } from 'adaptivecards-templating';
import { asCard, type Card } from './card.ts';

/**
 * Has Microsoft's library fill a template in, which takes it some milliseconds the first time. Nothing in the data is
 * taken as a template itself. Throws TypeError, naming the fields, when the template asks for a field that the data has
 * not, and where what it draws is no card.
 */
export function draw(template: object, data: Readonly<Record<string, unknown>>): Card {
  const missing: string[] = [];
  const before = GlobalSettings.getUndefinedFieldValueSubstitutionString;
  // Throwing here would not do: the engine swallows what is thrown inside a text of several parts.
  GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
    missing.push(path);
    return undefined;
  };
  try {
    const card: unknown = new Template(template).expand({ $root: data });
    if (missing.length > 0) throw new TypeError(`card template: no ${missing.join(', ')}`);
    return asCard(card);
  } finally {
    GlobalSettings.getUndefinedFieldValueSubstitutionString = before;
  }
}
