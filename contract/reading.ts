import type { Definitions } from './definition.ts';
import { operations } from './operations.ts';
import { partnerOperations } from './partners.ts';

const readingIn = (all: Definitions): readonly string[] =>
  Object.entries(all).flatMap(([name, { reads }]) => (reads ? [name] : []));

// A build of the page replaces this file by its lists, without the schemas: tab/build/page-config.ts.
export const readingOperations = readingIn(operations);
export const partnerReadingOperations = readingIn(partnerOperations);
