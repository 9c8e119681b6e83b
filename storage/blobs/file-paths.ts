import { parseCaseId } from '../../core/model/case-id.ts';
import type { FileLocation } from '../../core/ports/file-store.ts';
import { StoreError } from '../../core/ports/store-error.ts';

const holderPattern = /^[0-9a-f]{16}$/u;
const idPattern = /^[0-9a-f]{32}$/u;
const partPattern = /^\d{1,3}$/u;

export function toPathSegments({
  caseId,
  holder,
  id,
}: Pick<FileLocation, 'caseId'> & Partial<FileLocation>): readonly string[] {
  const isValid =
    parseCaseId(caseId) === caseId &&
    (holder === undefined || holderPattern.test(holder)) &&
    (id === undefined || (holder !== undefined && idPattern.test(id)));
  if (!isValid) throw new StoreError('broken');
  return [caseId, ...(holder === undefined ? [] : [holder]), ...(id === undefined ? [] : [id])];
}

export function toPartName(part: number): string {
  const name = String(part);
  if (!partPattern.test(name)) throw new StoreError('broken');
  return name;
}

export function parsePathSegments(
  names: readonly (string | undefined)[],
): { readonly place: FileLocation; readonly part: number } | undefined {
  const [caseName = '', holder = '', id = '', part = '', ...more] = names;
  const caseId = parseCaseId(caseName);
  const isPart = holderPattern.test(holder) && idPattern.test(id) && partPattern.test(part) && more.length === 0;
  if (caseId === undefined || caseId !== caseName || !isPart) return undefined;
  return { place: { caseId, holder, id }, part: Number(part) };
}
