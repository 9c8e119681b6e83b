import type { NeededRole } from '../terms/directory.ts';
import type { Mode } from '../terms/questions.ts';
import type { HandledBy } from '../terms/urgency.ts';

/** The code of what is said to a person whose choice needs a role that too few people hold. */
const shortRoleCodes = ['noReserve', 'noCustodian'] as const;
export type ShortRoleCode = (typeof shortRoleCodes)[number];

/** Whether a code says that. */
export const isShortRoleCode = (code: string): code is ShortRoleCode => shortRoleCodes.some((one) => one === code);

/** Too few people hold the role that a report needs: nothing of it was kept. */
export class ShortRoleError extends Error {
  readonly code: ShortRoleCode;
  constructor(code: ShortRoleCode) {
    super(code);
    this.name = 'ShortRoleError';
    this.code = code;
  }
}

/** Why a report cannot be taken while too few people hold these roles; `undefined` if it needs none of them. */
export function shortRoleCode(
  { handledBy, mode }: { readonly handledBy: HandledBy; readonly mode: Mode },
  short: readonly NeededRole[],
): ShortRoleCode | undefined {
  if (handledBy === 'reserve' && short.includes('reserve')) return 'noReserve';
  return mode === 'confidential' && short.includes('custodian') ? 'noCustodian' : undefined;
}
