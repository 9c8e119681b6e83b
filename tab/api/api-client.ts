import type { Result, Tab } from '../ui/tab-context.ts';
import type { CaseView, PreconditionCode, Refusal } from '../../contract/operation-answers.ts';
import type { OperationAnswer, Operation } from '../../contract/operations.ts';
import { readOnlyOperations } from '../../contract/read-only-operations.ts';
import { postOperation, readAnswer, type HttpOptions } from '../ui/post-json.ts';
import type { CaseRefusal } from '../../core/casework/case-action.ts';
import { plainRefusals } from '../../contract/operation-answers.ts';

interface ApiClientOptions extends HttpOptions {
  readonly getToken: () => Promise<string>;
  readonly onResponse?: (answer: Response) => void;
}

/**
 * Never rejects. `unconfirmed`: a change's answer was lost, and the same request may be sent again; `unavailable` and
 * `notSignedIn`: nothing can have been done.
 */
export function createApiClient(options: ApiClientOptions): Tab['call'] {
  async function sendRequest(name: Operation, body: unknown): Promise<Response | Refusal> {
    const token = await options.getToken().catch(() => undefined);
    if (token === undefined) return { code: 'notSignedIn' };
    return postOperation(options, ['/api/tab', name], body, token)
      .then((answer) => {
        options.onResponse?.(answer);
        return answer;
      })
      .catch(() => networkRefusal(name));
  }

  return async function call<Name extends Operation>(
    name: Name,
    body: unknown,
  ): Promise<Result<OperationAnswer<Name>>> {
    const first = await sendRequest(name, body);
    // A second try tells an expired token from a person without access.
    const response = first instanceof Response && first.status === 401 ? await sendRequest(name, body) : first;
    if (!(response instanceof Response)) return { ok: false, refusal: response };
    if (!response.ok) return { ok: false, refusal: await parseRefusal(response) };
    try {
      const value: OperationAnswer<Name> = await readAnswer(response);
      return { ok: true, value };
    } catch {
      return { ok: false, refusal: networkRefusal(name) };
    }
  };
}

const networkRefusal = (name: Operation): Refusal => ({
  code: readOnlyOperations.includes(name) ? 'unavailable' : 'unconfirmed',
});

const plainRefusalCodes = ['notSignedIn', ...plainRefusals] as const;

interface RefusalBody {
  readonly code?: string;
  readonly why?: CaseRefusal;
  readonly gates?: readonly PreconditionCode[];
  readonly case?: CaseView;
}

const refusalCodeByStatus: Readonly<Record<number, (typeof plainRefusalCodes)[number]>> = {
  400: 'odd',
  401: 'notSignedIn',
  403: 'refused',
  404: 'refused',
  413: 'odd',
  429: 'tooOften',
  503: 'unavailable',
};

async function parseRefusal(response: Response): Promise<Refusal> {
  const body: RefusalBody | null = await response.json().catch(() => null);
  if (body?.code === 'moved' && body.case !== undefined) return { code: 'moved', case: body.case };
  if (body?.code === 'notAllowed' && body.why !== undefined) {
    return { code: 'notAllowed', why: body.why, ...(body.gates && { gates: body.gates }) };
  }
  const code =
    plainRefusalCodes.find((known) => known === body?.code) ?? refusalCodeByStatus[response.status] ?? 'failed';
  return { code };
}
