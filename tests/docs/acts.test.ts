import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { OperationDefinition } from '../../contract/operation-definition.ts';
import { operations } from '../../contract/operations.ts';
import { actsPage } from '../support/docs/acts-page.ts';

const definitions: readonly (readonly [string, OperationDefinition])[] = Object.entries(operations);

describe('the page of acts on a case', () => {
  it('says what the acts say: `npm run acts` writes it', () => {
    expect(readFileSync(new URL('../../docs/acts.md', import.meta.url), 'utf8')).toBe(actsPage());
  });

  it('has every operation that changes a case, but for taking note of it', () => {
    const changing = definitions.filter(
      ([, { auditTrail, isReadOnly, roles }]) =>
        typeof auditTrail === 'object' && isReadOnly !== true && roles !== 'everybody',
    );
    expect(changing.filter(([, { action }]) => action === undefined).map(([name]) => name)).toEqual([
      'bulk.acknowledge',
      'case.acknowledge',
    ]);
  });

  it('has a sentence for each need, and none twice in one act', () => {
    for (const [name, { action }] of definitions) {
      const said = action?.requirements.map(({ description }) => description) ?? [];
      expect({ name, said }).toEqual({ name, said: [...new Set(said)] });
      for (const sentence of said) expect(sentence).toMatch(/^[a-z][^.]+$/u);
    }
  });
});
