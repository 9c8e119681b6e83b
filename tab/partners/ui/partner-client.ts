import type { OperationAnswer } from '../../../contract/operations.ts';
import type {
  PartnerAnswer,
  PartnerOperation,
  PartnerRefusal,
  PartnerRequest,
  SignInOperation,
} from '../../../contract/partner-operations.ts';
import { type PlainRefusal, plainRefusals } from '../../../contract/operation-answers.ts';
import { partnerReadOnlyOperations } from '../../../contract/read-only-operations.ts';
import type { ReportOperation } from '../../../contract/reports.ts';
import { postOperation, type ReportCall, type HttpOptions } from '../../ui/post-json.ts';
import type { Result } from '../../ui/tab-context.ts';
import type { WordKey } from '../../../words/partners/translate.ts';

const refusalByStatus: Readonly<Record<number, PlainRefusal>> = {
  400: 'odd',
  403: 'refused',
  404: 'refused',
  413: 'odd',
  429: 'tooOften',
  503: 'unavailable',
};

interface RefusalBody {
  readonly code?: string;
  readonly why?: string;
}

async function parseRefusal(response: Response): Promise<PartnerRefusal> {
  const body: RefusalBody | null = await response.json().catch(() => null);
  if (response.status === 401) return { code: 'notSignedIn', why: body?.why === 'ended' ? 'ended' : 'over' };
  return { code: plainRefusals.find((known) => known === body?.code) ?? refusalByStatus[response.status] ?? 'failed' };
}

type SignInCall = <Name extends SignInOperation>(
  name: Name,
  body: PartnerRequest<Name>,
) => Promise<
  { readonly ok: true; readonly value: PartnerAnswer<Name> } | { readonly ok: false; readonly refusal: PartnerRefusal }
>;

export interface PartnerClient {
  readonly callSignIn: SignInCall;
  readonly call: ReportCall;
}

export function createPartnerClient(
  options: HttpOptions & {
    readonly token: () => string | undefined;
    readonly onSignedOut: (why: 'over' | 'ended') => void;
  },
): PartnerClient {
  const noResponseRefusal = (name: PartnerOperation): PartnerRefusal => ({
    code: partnerReadOnlyOperations.includes(name) ? 'unavailable' : 'unconfirmed',
  });

  async function send(name: PartnerOperation, body: unknown, token?: string): Promise<Response | PartnerRefusal> {
    try {
      const response = await postOperation(options, ['/api/partners', name], body, token);
      return response.ok ? response : await parseRefusal(response);
    } catch {
      return noResponseRefusal(name);
    }
  }

  return {
    async callSignIn<Name extends SignInOperation>(name: Name, body: PartnerRequest<Name>) {
      const answer = await send(name, body);
      if (!(answer instanceof Response)) return { ok: false, refusal: answer };
      try {
        const value: PartnerAnswer<Name> = await answer.json();
        return { ok: true, value };
      } catch {
        return { ok: false, refusal: noResponseRefusal(name) };
      }
    },
    async call<Name extends ReportOperation>(name: Name, body: object): Promise<Result<OperationAnswer<Name>>> {
      const token = options.token();
      if (token === undefined) return { ok: false, refusal: { code: 'notSignedIn' } };
      const answer = await send(name, body, token);
      if (!(answer instanceof Response)) {
        // A late answer to an ended session must not end the one that began since.
        if (answer.code === 'notSignedIn' && options.token() === token) options.onSignedOut(answer.why);
        return { ok: false, refusal: answer };
      }
      try {
        const value: OperationAnswer<Name> = await answer.json();
        return { ok: true, value };
      } catch {
        return { ok: false, refusal: noResponseRefusal(name) };
      }
    },
  };
}

export const signInRefusalWordKey = ({ code }: PartnerRefusal): WordKey =>
  code === 'tooOften'
    ? 'enter.tooOften'
    : code === 'unavailable' || code === 'newer' || code === 'unconfirmed'
      ? 'enter.unavailable'
      : 'enter.failed';
