import type { DeliveryParts } from '../../concerns/ports/campaign-store.ts';
import type { DeliveryPart } from '../../concerns/records/delivery.ts';

export const mostBegun = 200;

export async function openParts(parts: DeliveryParts, runId: string): Promise<readonly DeliveryPart[]> {
  const begun = await parts.find(runId, 'begun', mostBegun);
  const open = await Promise.all(begun.map(({ number }) => parts.read(runId, number)));
  return open.flatMap((part) => (part?.value?.stage === 'begun' ? [part.value] : []));
}
