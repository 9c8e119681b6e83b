import { canonicalJson } from '../concerns/terms/canonical-json.ts';

/** Whether what stands in a row or a document has each of these fields as it is worked out; one that is not set is null there, or missing. */
export const hasFields = (
  standing: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, unknown>>,
): boolean =>
  Object.entries(fields).every(
    ([name, value]) => canonicalJson([standing[name] ?? null]) === canonicalJson([value ?? null]),
  );
