import type { SqlParameter } from '@azure/cosmos';
import { z } from 'zod';
import type { UnitQueries, UnitScope } from '../../core/ports/case-store.ts';
import { caseIdSchema } from '../../core/model/base-schemas.ts';
import { type PersonId, personIdSchema } from '../../core/model/roles.ts';
import { parseStored } from '../record-codec.ts';
import type { CosmosDocuments } from './container-client.ts';

const openingSchema = z.object({ caseId: z.string(), person: personIdSchema.optional() });
const caseIdsSchema = z.array(caseIdSchema);
const chunkSize = 100;

const toChunks = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / chunkSize) }, (_, at) => all.slice(at * chunkSize, (at + 1) * chunkSize));

export function createCosmosUnitQueries(cases: CosmosDocuments): UnitQueries {
  async function filterVisible({ handledBy, viewer }: UnitScope, caseIds: readonly string[]): Promise<Set<string>> {
    const found = await Promise.all(
      toChunks(caseIds).map((chunk) => {
        const wanted: readonly SqlParameter[] = chunk.map((value, place) => ({ name: `@id${place}`, value }));
        return cases.query({
          query: `SELECT VALUE c.caseId FROM c WHERE (${wanted.map(({ name }) => `c.caseId = ${name}`).join(' OR ')})
            AND c.type = 'case' AND c.handledBy = @handledBy AND NOT ARRAY_CONTAINS(c.excluded, @viewer)`,
          parameters: [...wanted, { name: '@handledBy', value: handledBy }, { name: '@viewer', value: viewer }],
        });
      }),
    );
    return new Set(found.flatMap((answer) => parseStored(caseIdsSchema, answer)));
  }

  return {
    async countOpenings(scope, since) {
      const found = await cases.query({
        query: `SELECT c.caseId, c["by"].objectId AS person FROM c
          WHERE c.type = 'event' AND c.kind = 'consulted' AND c.at >= @since`,
        parameters: [{ name: '@since', value: since }],
      });
      const openings = found.map((document) => parseStored(openingSchema, document));
      const visible = await filterVisible(scope, [...new Set(openings.map(({ caseId }) => caseId))]);
      const casesByPerson = new Map<PersonId, Set<string>>();
      for (const { caseId, person } of openings) {
        if (person === undefined || !visible.has(caseId)) continue;
        casesByPerson.set(person, (casesByPerson.get(person) ?? new Set()).add(caseId));
      }
      return [...casesByPerson].map(([objectId, opened]) => ({ objectId, cases: opened.size }));
    },

    async listClosedCases(handledBy, from, to) {
      const found = await cases.query({
        query: `SELECT VALUE c.caseId FROM c WHERE c.type = 'case' AND c.handledBy = @handledBy
          AND c.closedOn >= @from AND c.closedOn <= @to`,
        parameters: [
          { name: '@handledBy', value: handledBy },
          { name: '@from', value: from },
          { name: '@to', value: to },
        ],
      });
      return parseStored(caseIdsSchema, found).toSorted();
    },
  };
}
