import {
  alertTargetSchema,
  type AlertTarget,
  type AlertTargets,
  type TargetName,
  targetNames,
} from '../../concerns/records/alert-targets.ts';
import { type CosmosDocuments, documentOf } from './cosmos-documents.ts';

/** The channels of alerts in Cosmos DB. There are few names, so all are read by name. */
export function cosmosTargets(state: CosmosDocuments): AlertTargets {
  const read = async (name: TargetName): Promise<AlertTarget | undefined> => {
    const id = `target:${name}`;
    const document = await state.read(id, id);
    return alertTargetSchema.safeParse(document).data;
  };
  return {
    read,
    write: (target) => state.upsert(documentOf({ ...target, id: `target:${target.name}`, type: 'target' })),
    all: async () => (await Promise.all(targetNames.map(read))).filter((target) => target !== undefined),
  };
}
