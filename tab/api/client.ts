import type { Result, Tab } from '../ui/tab-context.ts';
import type { CaseView, Gate, Refusal } from '../../contract/answers.ts';
import type { AnswerOf, Operation } from '../../contract/operations.ts';
import { readingOperations } from '../../contract/reading.ts';
import { post, type Way } from '../ui/http-client.ts';
import type { NotAllowed } from '../../core/casework/acts.ts';
import { plainRefusals } from '../../contract/answers.ts';

interface ClientOptions extends Way {
  readonly getToken: () => Promise<string>;
  readonly onAnswer?: (answer: Response) => void;
}

/**
 * The way to the server's API. Never rejects. `unconfirmed`: a change's answer was lost, and the same request may be
 * sent again; `unavailable` and `notSignedIn`: nothing can have been done.
 */
export function createClient(options: ClientOptions): Tab['call'] {
  async function ask(name: Operation, body: unknown): Promise<Response | Refusal> {
    const token = await options.getToken().catch(() => undefined);
    if (token === undefined) return { code: 'notSignedIn' };
    return post(options, `/api/tab/${name}`, body, token)
      .then((answer) => {
        options.onAnswer?.(answer);
        return answer;
      })
      .catch(() => lost(name));
  }

  return async function call<Name extends Operation>(name: Name, body: unknown): Promise<Result<AnswerOf<Name>>> {
    const first = await ask(name, body);
    // Asking once more tells an expired token from a person without access.
    const response = first instanceof Response && first.status === 401 ? await ask(name, body) : first;
    if (!(response instanceof Response)) return { ok: false, refusal: response };
    if (!response.ok) return { ok: false, refusal: await refusalOf(response) };
    try {
      const value: AnswerOf<Name> = await response.json();
      return { ok: true, value };
    } catch {
      return { ok: false, refusal: lost(name) };
    }
  };
}

const lost = (name: Operation): Refusal => ({ code: readingOperations.includes(name) ? 'unavailable' : 'unconfirmed' });

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

async function refusalOf(response: Response): Promise<Refusal> {
  const body: Body | null = await response.json().catch(() => null);
  if (body?.code === 'moved' && body.case !== undefined) return { code: 'moved', case: body.case };
  if (body?.code === 'notAllowed' && body.why !== undefined) {
    return { code: 'notAllowed', why: body.why, ...(body.gates && { gates: body.gates }) };
  }
  const code = plain.find((known) => known === body?.code) ?? byStatus[response.status] ?? 'failed';
  return { code };
}
