import { campaignOperations } from './campaigns.ts';
import { caseFileOperations } from './case-files.ts';
import { caseListOperations } from './case-lists.ts';
import { caseworkOperations } from './casework.ts';
import { contentOperations } from './content.ts';
import type { AnswerValue, OperationDefinitions, ParsedBody, BodyInput } from './operation-definition.ts';
import { identityOperations } from './identities.ts';
import { invitationOperations } from './invitations.ts';
import { keyOperations } from './keys.ts';
import { oversightOperations } from './oversight.ts';
import { currentUserOperations } from './current-user.ts';
import { reportOperations } from './reports.ts';
import { caseTitleOperations } from './case-titles.ts';
import { subjectCardOperations } from './subject-cards.ts';
import { summaryOperations } from './summaries.ts';
import { unitOperations } from './unit.ts';

/** `POST /api/tab/<name>`. References are in the body, never in an address. */
export const operations = {
  ...currentUserOperations,
  ...caseListOperations,
  ...caseworkOperations,
  ...caseFileOperations,
  ...caseTitleOperations,
  ...subjectCardOperations,
  ...oversightOperations,
  ...unitOperations,
  ...identityOperations,
  ...keyOperations,
  ...summaryOperations,
  ...contentOperations,
  ...campaignOperations,
  ...reportOperations,
  ...invitationOperations,
} as const satisfies OperationDefinitions;

export type Operation = keyof typeof operations;
export type OperationRequest<Name extends Operation> = BodyInput<(typeof operations)[Name]>;
export type ParsedRequest<Name extends Operation> = ParsedBody<(typeof operations)[Name]>;
export type OperationAnswer<Name extends Operation> = AnswerValue<(typeof operations)[Name]>;
