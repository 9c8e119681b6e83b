import type { NotAllowed } from '../../concerns/casework/casework.ts';
import type { CaseView, Gate, Refusal } from '../../contract/answers.ts';
import { plainRefusals } from '../../contract/plain-refusals.ts';

const plain = ['notSignedIn', ...plainRefusals] as const;

interface Body {
  readonly code?: string;
  readonly why?: NotAllowed;
  readonly gates?: readonly Gate[];
  readonly case?: CaseView;
}

const byStatus: Readonly<Record<number, (typeof plain)[number]>> = {
  400: 'odd',
  401: 'notSignedIn',
  403: 'refused',
  404: 'refused',
  413: 'odd',
  429: 'tooOften',
  503: 'unavailable',
};

export async function refusalOf(response: Response): Promise<Refusal> {
  const body: Body | null = await response.json().catch(() => null);
  if (body?.code === 'moved' && body.case !== undefined) return { code: 'moved', case: body.case };
  if (body?.code === 'notAllowed' && body.why !== undefined) {
    return { code: 'notAllowed', why: body.why, ...(body.gates && { gates: body.gates }) };
  }
  const code = plain.find((known) => known === body?.code) ?? byStatus[response.status] ?? 'failed';
  return { code };
}
