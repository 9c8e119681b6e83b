import { z } from 'zod';
import type { UnitOverview } from '../core/casework/unit-overview.ts';
import type { PersonView } from './operation-answers.ts';
import { answerType, type OperationDefinitions } from './operation-definition.ts';

const supervisorDefaults = { roles: ['supervisor'] } as const;

export const unitOperations = {
  'unit.overview': {
    ...supervisorDefaults,
    body: z.strictObject({}),
    answer: answerType<UnitOverview & { readonly names: readonly PersonView[] }>(),
    auditTrail: 'log',
    isReadOnly: true,
  },
} as const satisfies OperationDefinitions;
