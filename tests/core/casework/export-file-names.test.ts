import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { exportFileName, parseExportFileName } from '../../../core/casework/export-format.ts';
import { caseIdFromBytes } from '../../../core/model/case-id.ts';

const caseIds = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(caseIdFromBytes);

describe('the name of an exported file', () => {
  it('says which case it is of and whether that is the whole of it, and is read again as it was given', () => {
    fc.assert(
      fc.property(caseIds, fc.constantFrom('sanitised', 'whole'), (caseId, what) => {
        const name = exportFileName(caseId, what);
        expect(name).toBe(`candour-${caseId}-${what.toUpperCase()}`);
        for (const as of [name, name.toLowerCase(), `${name} (1).pdf`, `Copy of ${name}.json`]) {
          expect(parseExportFileName(as)).toEqual({ scopes: [what], caseId });
        }
      }),
    );
  });

  it.each(['', 'case.json', 'candour-.json', 'wholesale.pdf', 'candour-NOTACASEAT.json'])(
    'says nothing where it is another, as those of before: %j',
    (name) => {
      expect(parseExportFileName(name)).toEqual({ scopes: [], caseId: undefined });
    },
  );

  it('says both where somebody wrote both', () => {
    expect(parseExportFileName('WHOLE-sanitized.pdf').scopes).toEqual(['sanitised', 'whole']);
  });
});
