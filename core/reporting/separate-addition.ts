import { deriveSeparateCode } from '../model/return-code-keys.ts';
import { StoreError } from '../ports/store-error.ts';
import type { Day } from '../model/calendar.ts';
import type { Language } from '../model/language.ts';
import type { ReturnCode } from '../model/return-code.ts';
import type { Route } from '../model/report-routes.ts';
import { deriveCaseCredential, type SubmitDependencies, submitReport } from './submit-report.ts';

export interface SeparateAddition {
  readonly code: ReturnCode;
  readonly name: string;
  readonly language: Language;
  readonly tenantId: string;
  readonly text: string;
  readonly isAtRisk: boolean;
  readonly route?: Route;
}

/**
 * `outside`: the reserve has the report already, so the words go there; nothing was saved. `erased`: the words are in
 * no case.
 */
export type SeparateAdditionOutcome =
  | { readonly kind: 'saved'; readonly isNew: boolean; readonly code: ReturnCode }
  | { readonly kind: 'outside' }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'erased'; readonly on: Day };

const candidateCodes = ({ code, name }: SeparateAddition): readonly ReturnCode[] =>
  [1, 2, 3].map((place) => deriveSeparateCode(code, `${name} ${place}`));

export async function findSeparateAddition(
  deps: Pick<SubmitDependencies, 'intake' | 'seal'>,
  addition: SeparateAddition,
): Promise<ReturnCode | undefined> {
  for (const code of candidateCodes(addition))
    if ((await deps.intake.find(await deriveCaseCredential(deps.seal, code), {}))?.kind === 'case') return code;
  return undefined;
}

/**
 * Saves an addition about the unit as the reserve's own report: the unit's case, history, alert and counts have no
 * trace of it. It keeps no identity, which was chosen for other readers. Its code is derived, so that a repeat finds
 * it. Throws StoreError or SealError: then nothing is known to be saved.
 */
export async function addSeparateAddition(
  deps: SubmitDependencies,
  addition: SeparateAddition,
): Promise<SeparateAdditionOutcome> {
  const storedCode = await findSeparateAddition(deps, addition);
  if (storedCode !== undefined) return { kind: 'saved', isNew: false, code: storedCode };
  const found = await deps.intake.find(await deriveCaseCredential(deps.seal, addition.code), {});
  if (found === undefined) return { kind: 'notFound' };
  if (found.kind === 'erased') return { kind: 'erased', on: found.on };
  if (found.handledBy === 'reserve') return { kind: 'outside' };
  for (const code of candidateCodes(addition)) {
    const outcome = await submitReport(deps, {
      code,
      language: addition.language,
      answers: { mode: 'notKept', what: addition.text, conflict: 'unsure', ...(addition.isAtRisk && { risk: 'yes' }) },
      tenantId: addition.tenantId,
      route: addition.route ?? 'staff',
      person: { objectId: '', name: '' },
    });
    if (outcome.kind === 'saved') return { kind: 'saved', isNew: outcome.isNew, code };
  }
  throw new StoreError('busy');
}
