import { parseCaseId } from '../../core/model/codes.ts';
import type { FilePlace } from '../../core/ports/file-store.ts';
import { StoreError } from '../../core/ports/store-error.ts';

const holderPattern = /^[0-9a-f]{16}$/u;
const idPattern = /^[0-9a-f]{32}$/u;
const partPattern = /^\d{1,3}$/u;

export function namesOf({ caseId, holder, id }: Pick<FilePlace, 'caseId'> & Partial<FilePlace>): readonly string[] {
  const isSound =
    parseCaseId(caseId) === caseId &&
    (holder === undefined || holderPattern.test(holder)) &&
    (id === undefined || (holder !== undefined && idPattern.test(id)));
  if (!isSound) throw new StoreError('broken');
  return [caseId, ...(holder === undefined ? [] : [holder]), ...(id === undefined ? [] : [id])];
}

export function nameOfPart(part: number): string {
  const name = String(part);
  if (!partPattern.test(name)) throw new StoreError('broken');
  return name;
}

export function placeOfNames(
  names: readonly (string | undefined)[],
): { readonly place: FilePlace; readonly part: number } | undefined {
  const [caseName = '', holder = '', id = '', part = '', ...more] = names;
  const caseId = parseCaseId(caseName);
  const isPart = holderPattern.test(holder) && idPattern.test(id) && partPattern.test(part) && more.length === 0;
  if (caseId === undefined || caseId !== caseName || !isPart) return undefined;
  return { place: { caseId, holder, id }, part: Number(part) };
}
