import type { Day } from '../../concerns/terms/calendar.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { CountDependencies } from '../closed-weeks.ts';
import type { Period } from '../periods.ts';
import { unitWeeks } from '../unit-weeks.ts';
import { type FilledReturn, makeReturn } from './make-return.ts';
import type { ReturnMapping } from './read-mapping.ts';

export interface ReturnRequest {
  readonly mapping: ReturnMapping;
  readonly period: Period;
  readonly language: Language;
  readonly soFar: boolean;
}

/**
 * `otherPeriod`: the mapping is not for periods of that kind. `notOver`: the period can be told as a whole on the day
 * `closesOn`. `notNow`: the clock is in doubt, and nothing was counted.
 */
export type ReturnOutcome =
  | { readonly kind: 'return'; readonly filled: FilledReturn }
  | { readonly kind: 'otherPeriod' }
  | { readonly kind: 'notOver'; readonly closesOn: Day; readonly hasBegun: boolean }
  | { readonly kind: 'notNow' };

export async function pullReturn(deps: CountDependencies, request: ReturnRequest): Promise<ReturnOutcome> {
  const { mapping, period, language, soFar } = request;
  if (!mapping.periods.includes(period.kind)) return { kind: 'otherPeriod' };
  const found = await unitWeeks(deps, period);
  if (found.kind === 'notNow') return found;
  if (found.kind === 'notClosed') return { kind: 'notOver', closesOn: found.closesOn, hasBegun: false };
  const { weeks, notOver, closesOn } = found;
  if (notOver.length > 0 && !soFar) return { kind: 'notOver', closesOn, hasBegun: true };
  return { kind: 'return', filled: makeReturn(mapping, { period, weeks, notOver, since: deps.since }, language) };
}
