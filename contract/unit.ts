import { z } from 'zod';
import type { SampleView, SupervisedEntry } from '../core/casework/supervision.ts';
import type { UnitOverview } from '../core/casework/unit-overview.ts';
import { caseIdSchema } from '../core/model/base-schemas.ts';
import { monthSchema } from '../core/model/case-sample.ts';
import type { PersonView } from './operation-answers.ts';
import { answerType, type OperationDefinitions } from './operation-definition.ts';

/** Without a sample if none was drawn for the month. */
interface SampleAnswer {
  readonly sample?: SampleView;
  readonly names: readonly PersonView[];
}

const monthBody = z.strictObject({ month: monthSchema });
const supervisorDefaults = { roles: ['supervisor'] } as const;

export const unitOperations = {
  'unit.overview': {
    ...supervisorDefaults,
    body: z.strictObject({}),
    answer: answerType<UnitOverview & { readonly names: readonly PersonView[] }>(),
    auditTrail: 'log',
    isReadOnly: true,
  },
  'unit.sample': {
    ...supervisorDefaults,
    body: monthBody,
    answer: answerType<SampleAnswer>(),
    auditTrail: 'log',
    isReadOnly: true,
  },
  'unit.drawSample': { ...supervisorDefaults, body: monthBody, answer: answerType<SampleAnswer>(), auditTrail: 'log' },
  'unit.superviseCase': {
    ...supervisorDefaults,
    body: monthBody.extend({ caseId: caseIdSchema }),
    answer: answerType<{ readonly entries: readonly SupervisedEntry[]; readonly names: readonly PersonView[] }>(),
    auditTrail: { history: ['supervised'] },
    isReadOnly: true,
  },
} as const satisfies OperationDefinitions;
