import { parseCaseId } from '../concerns/terms/case-id.ts';
import type { FilePlace } from '../concerns/ports/file-store.ts';
import { StoreError } from '../concerns/ports/store-error.ts';

const holderPattern = /^[0-9a-f]{16}$/u;
const idPattern = /^[0-9a-f]{32}$/u;
const partPattern = /^\d{1,3}$/u;

/**
 * The names that lead to what stands of a case, a holder or a file, one after the other. Throws StoreError `broken` for
 * a name that is none: no path is ever made of anything else than these letters and digits.
 */
export function namesOf({ caseId, holder, id }: Pick<FilePlace, 'caseId'> & Partial<FilePlace>): readonly string[] {
  const isSound =
    parseCaseId(caseId) === caseId &&
    (holder === undefined || holderPattern.test(holder)) &&
    (id === undefined || (holder !== undefined && idPattern.test(id)));
  if (!isSound) throw new StoreError('broken');
  return [caseId, ...(holder === undefined ? [] : [holder]), ...(id === undefined ? [] : [id])];
}

/** The name of a part. Throws StoreError `broken` where it is none. */
export function nameOfPart(part: number): string {
  const name = String(part);
  if (!partPattern.test(name)) throw new StoreError('broken');
  return name;
}

/** The part that names lead to, `undefined` where something else lies there. */
export function placeOfNames(
  names: readonly (string | undefined)[],
): { readonly place: FilePlace; readonly part: number } | undefined {
  const [caseName = '', holder = '', id = '', part = '', ...more] = names;
  const caseId = parseCaseId(caseName);
  const isPart = holderPattern.test(holder) && idPattern.test(id) && partPattern.test(part) && more.length === 0;
  if (caseId === undefined || caseId !== caseName || !isPart) return undefined;
  return { place: { caseId, holder, id }, part: Number(part) };
}
