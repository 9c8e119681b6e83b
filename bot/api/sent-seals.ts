import type { Operation } from '../../contract/operations.ts';
import { recipientsOfSeal } from '../../seals/age-shape.ts';

/** The fewest and the most who can open what is sent as sealed. */
interface Readers {
  readonly fewest: number;
  readonly most: number;
}
const anybody: Readers = { fewest: 1, most: Infinity };
/** A message is sealed to the reporter's mailbox, and to those who handle the case. */
const reporterAndUnit: Readers = { fewest: 2, most: Infinity };
/** An envelope is for one person's own key. */
const onePerson: Readers = { fewest: 1, most: 1 };

const readersOf: Readonly<Partial<Record<Operation, Readers>>> = {
  'case.messageReporter': reporterAndUnit,
  'case.askDetriment': reporterAndUnit,
  'keys.wrap': onePerson,
};

/** Whether reporters send it: their seals are looked at where they are taken, and a draft is no age file. */
const isOfReporters = (name: Operation): boolean => name.startsWith('report.');

/** How deep a body holds a seal: an envelope in a list. */
const deepest = 4;

/** Everything in a body that is sent as an age file. A subject card has a form of its own, which its schema looks at. */
function sealsIn(body: unknown, depth = 0): readonly unknown[] {
  if (typeof body !== 'object' || body === null || depth > deepest) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    name === 'sealed' ? [value] : name === 'card' ? [] : sealsIn(value, depth + 1),
  );
}

/**
 * Whether everything that is sent as sealed is a seal by its shape, for as many readers as its operation has: words in
 * clear, their base64 and junk are none. The server cannot tell whether one opens.
 */
export function isSealed(name: Operation, body: unknown): boolean {
  if (isOfReporters(name)) return true;
  const { fewest, most } = readersOf[name] ?? anybody;
  return sealsIn(body).every((sealed) => {
    const recipients = typeof sealed === 'string' ? recipientsOfSeal(sealed) : undefined;
    return recipients !== undefined && recipients >= fewest && recipients <= most;
  });
}
