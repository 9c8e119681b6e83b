import type { Operation } from '../../contract/operations.ts';
import { recipientsOfSeal } from '../../seals/age-shape.ts';

interface Readers {
  readonly fewest: number;
  readonly most: number;
}
const anybody: Readers = { fewest: 1, most: Infinity };
const reporterAndUnit: Readers = { fewest: 2, most: Infinity };
const onePerson: Readers = { fewest: 1, most: 1 };

const readersOf: Readonly<Partial<Record<Operation, Readers>>> = {
  'case.messageReporter': reporterAndUnit,
  'case.askDetriment': reporterAndUnit,
  'keys.wrap': onePerson,
};

/** Their seals are checked where they are taken, and a draft is no age file. */
const isOfReporters = (name: Operation): boolean => name.startsWith('report.');

const deepest = 4;

/** Subject cards have a form of their own, checked by their schema. */
function sealsIn(body: unknown, depth = 0): readonly unknown[] {
  if (typeof body !== 'object' || body === null || depth > deepest) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    name === 'sealed' ? [value] : name === 'card' ? [] : sealsIn(value, depth + 1),
  );
}

/**
 * Whether everything sent as sealed is shaped as a seal for as many readers as the operation has: no clear words,
 * base64 or junk. The server cannot tell whether one opens.
 */
export function isSealed(name: Operation, body: unknown): boolean {
  if (isOfReporters(name)) return true;
  const { fewest, most } = readersOf[name] ?? anybody;
  return sealsIn(body).every((sealed) => {
    const recipients = typeof sealed === 'string' ? recipientsOfSeal(sealed) : undefined;
    return recipients !== undefined && recipients >= fewest && recipients <= most;
  });
}
