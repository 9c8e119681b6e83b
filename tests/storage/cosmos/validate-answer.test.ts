import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { describe, expect, it } from '@jest/globals';
import { validateResponse } from '../../../storage/cosmos/cosmos-client.ts';

const operations = [
  { operationType: 'Create', resourceBody: { id: 'one', writeId: 'w' } },
  { operationType: 'Delete', id: 'other' },
];
const judged = (status: number, entries: unknown) =>
  validateResponse(
    createPipelineRequest({
      url: 'https://account.example.org/dbs/candour/colls/cases/docs',
      method: 'POST',
      headers: createHttpHeaders({ 'x-ms-cosmos-is-batch-request': 'true' }),
      body: JSON.stringify(operations),
    }),
    { status, bodyAsText: JSON.stringify(entries) },
  );

describe('the answer to a batch', () => {
  it.each([{}, { eTag: null, resourceBody: null }])(
    'is one of Cosmos DB if an entry of a removal or a refusal has nothing, or null, for what it lacks (%j)',
    (lacking) => {
      expect(
        judged(200, [
          { statusCode: 201, eTag: '"1"' },
          { statusCode: 204, ...lacking },
        ]),
      ).toBe('genuine');
      expect(
        judged(207, [
          { statusCode: 409, ...lacking },
          { statusCode: 424, ...lacking },
        ]),
      ).toBe('genuine');
    },
  );

  it.each([undefined, null, ''])('is none if what was created has no ETag (%j)', (eTag) => {
    expect(judged(200, [{ statusCode: 201, eTag }, { statusCode: 204 }])).toBe('odd');
  });
});
