import type { Definitions } from './definition.ts';
import { operations } from './operations.ts';
import { partnerOperations } from './partners.ts';

const readingIn = (all: Definitions): readonly string[] =>
  Object.entries(all).flatMap(([name, { reads }]) => (reads ? [name] : []));

// A page is built with these lists in place of the definitions, whose schemas it has no use for: tab/place-reading.ts.
/** The operations of the tab's API that change nothing that anybody would have to worry about if their answer is lost. */
export const readingOperations = readingIn(operations);
/** The same of what the partners' page asks for. */
export const partnerReadingOperations = readingIn(partnerOperations);
