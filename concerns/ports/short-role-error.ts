import type { NeededRole } from '../terms/directory.ts';
import type { Mode } from '../terms/questions.ts';
import type { HandledBy } from '../terms/urgency.ts';

const shortRoleCodes = ['noReserve', 'noCustodian'] as const;
export type ShortRoleCode = (typeof shortRoleCodes)[number];

export const isShortRoleCode = (code: string): code is ShortRoleCode => shortRoleCodes.some((one) => one === code);

export class ShortRoleError extends Error {
  readonly code: ShortRoleCode;
  constructor(code: ShortRoleCode) {
    super(code);
    this.name = 'ShortRoleError';
    this.code = code;
  }
}

export function shortRoleCode(
  { handledBy, mode }: { readonly handledBy: HandledBy; readonly mode: Mode },
  short: readonly NeededRole[],
): ShortRoleCode | undefined {
  if (handledBy === 'reserve' && short.includes('reserve')) return 'noReserve';
  return mode === 'confidential' && short.includes('custodian') ? 'noCustodian' : undefined;
}
