import type { SubjectCardStore } from '../../core/ports/case-store.ts';
import { caseIdSchema } from '../../core/model/case-record.ts';
import {
  formerSubjectCardsSchema,
  storedSubjectCardSchema,
  withdrawnSubjectCardsSchema,
} from '../../core/model/subject-card.ts';
import { caseAccessSchema } from '../case-records.ts';
import { takeReadableRows } from '../record-codec.ts';
import type { CosmosDocuments } from './container-client.ts';

const subjectCardDocumentSchema = caseAccessSchema.extend({
  caseId: caseIdSchema,
  subjectCard: storedSubjectCardSchema,
  formerCards: formerSubjectCardsSchema.catch(undefined),
  withdrawnCards: withdrawnSubjectCardsSchema.catch(undefined),
});

const selectedFields = Object.keys(subjectCardDocumentSchema.shape)
  .map((field) => `c.${field}`)
  .join(', ');

/** Found by version: nothing sealed is indexed. */
export const createCosmosSubjectCards = (cases: CosmosDocuments): SubjectCardStore => ({
  page: async (handledBy, after, limit) => {
    const ask = (max: number) =>
      cases.query({
        query: `SELECT TOP @limit ${selectedFields} FROM c WHERE c.type = 'case' AND c.handledBy = @handledBy
          AND c.subjectCard.version >= 1 AND c.caseId > @after ORDER BY c.caseId`,
        parameters: [
          { name: '@limit', value: max },
          { name: '@handledBy', value: handledBy },
          { name: '@after', value: after ?? '' },
        ],
      });
    const { values } = await takeReadableRows(
      limit,
      ask,
      (document) => subjectCardDocumentSchema.safeParse(document).data,
    );
    return values.map(({ caseId, subjectCard, formerCards = [], withdrawnCards = [], ...readers }) => ({
      caseId,
      access: readers,
      card: subjectCard,
      former: formerCards,
      withdrawn: withdrawnCards,
    }));
  },
});
