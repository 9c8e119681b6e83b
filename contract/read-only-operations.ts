import type { OperationDefinitions } from './operation-definition.ts';
import { operations } from './operations.ts';
import { partnerOperations } from './partner-operations.ts';

const listReadOnlyOperations = (all: OperationDefinitions): readonly string[] =>
  Object.entries(all).flatMap(([name, { isReadOnly }]) => (isReadOnly ? [name] : []));

// A build of the page replaces this file by its lists, without the schemas: tab/build/vite-config.ts.
export const readOnlyOperations = listReadOnlyOperations(operations);
export const partnerReadOnlyOperations = listReadOnlyOperations(partnerOperations);
