import { apartCodeOf } from '../records/code-keys.ts';
import { StoreError } from '../ports/store-error.ts';
import type { Day } from '../terms/calendar.ts';
import type { Language } from '../terms/language.ts';
import type { ReturnCode } from '../terms/return-code.ts';
import type { Route } from '../terms/routes.ts';
import { claimOf } from './claim.ts';
import { type SubmitDependencies, submitReport } from './submit-report.ts';

/** Words that are added to a report and may concern the unit, which reads that report. */
export interface Apart {
  /** The code of the report that they belong to. */
  readonly code: ReturnCode;
  /** Named once by the one who writes; the same name is saved once. */
  readonly name: string;
  readonly language: Language;
  readonly tenantId: string;
  readonly text: string;
  readonly isAtRisk: boolean;
  /** The way by which the first report came; the staff's where it is missing. */
  readonly route?: Route;
}

/**
 * `saved`: under a code of its own. `outside`: the report is with the reserve already, where anything is added to it;
 * nothing was saved. `erased`: the report is erased, and these words are in no case.
 */
export type ApartOutcome =
  | { readonly kind: 'saved'; readonly isNew: boolean; readonly code: ReturnCode }
  | { readonly kind: 'outside' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'erased'; readonly on: Day };

/** The next one only where another report has the reference of the one before by chance. */
const codesOf = ({ code, name }: Apart): readonly ReturnCode[] =>
  [1, 2, 3].map((place) => apartCodeOf(code, `${name} ${place}`));

/** The code under which these words stand apart, `undefined` where they do not. Throws StoreError. */
export async function apartStands(
  deps: Pick<SubmitDependencies, 'desk' | 'seal'>,
  apart: Apart,
): Promise<ReturnCode | undefined> {
  for (const code of codesOf(apart))
    if ((await deps.desk.find(await claimOf(deps.seal, code), {}))?.kind === 'case') return code;
  return undefined;
}

/**
 * Saves what is added about the unit as a report of its own for the reserve, with its alert: nothing of it stands in the
 * case that the unit reads, in its history, its alert or its counts. It keeps no identity, whatever the first one keeps:
 * that was chosen for other readers. Its code comes from the first one, so that a repeat finds it. Throws StoreError or
 * SealError: then nothing is known to be saved.
 */
export async function addApart(deps: SubmitDependencies, apart: Apart): Promise<ApartOutcome> {
  const stood = await apartStands(deps, apart);
  if (stood !== undefined) return { kind: 'saved', isNew: false, code: stood };
  const found = await deps.desk.find(await claimOf(deps.seal, apart.code), {});
  if (found === undefined) return { kind: 'notFound' };
  if (found.kind === 'erased') return { kind: 'erased', on: found.on };
  if (found.handledBy === 'reserve') return { kind: 'outside' };
  for (const code of codesOf(apart)) {
    const outcome = await submitReport(deps, {
      code,
      language: apart.language,
      answers: { mode: 'notKept', what: apart.text, conflict: 'unsure', ...(apart.isAtRisk && { risk: 'yes' }) },
      tenantId: apart.tenantId,
      route: apart.route ?? 'staff',
      person: { objectId: '', name: '' },
    });
    if (outcome.kind === 'saved') return { kind: 'saved', isNew: outcome.isNew, code };
  }
  throw new StoreError('busy');
}
