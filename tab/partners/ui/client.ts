import type { AnswerOf } from '../../../contract/operations.ts';
import type {
  PartnerAnswerOf,
  PartnerOperation,
  PartnerRefusal,
  PartnerRequestOf,
  SignInOperation,
} from '../../../contract/partners.ts';
import { type PlainRefusal, plainRefusals } from '../../../contract/answers.ts';
import { partnerReadingOperations } from '../../../contract/reading.ts';
import type { ReportOperation } from '../../../contract/reporting.ts';
import { post, type ReportCall, type Way } from '../../ui/http-client.ts';
import type { Result } from '../../ui/tab-context.ts';
import type { WordKey } from '../../../words/partners/translate.ts';

const byStatus: Readonly<Record<number, PlainRefusal>> = {
  400: 'odd',
  403: 'refused',
  404: 'refused',
  413: 'odd',
  429: 'tooOften',
  503: 'unavailable',
};

interface Body {
  readonly code?: string;
  readonly why?: string;
}

async function refusalOf(response: Response): Promise<PartnerRefusal> {
  const body: Body | null = await response.json().catch(() => null);
  if (response.status === 401) return { code: 'notSignedIn', why: body?.why === 'ended' ? 'ended' : 'over' };
  return { code: plainRefusals.find((known) => known === body?.code) ?? byStatus[response.status] ?? 'failed' };
}

type SignInCall = <Name extends SignInOperation>(
  name: Name,
  body: PartnerRequestOf<Name>,
) => Promise<
  | { readonly ok: true; readonly value: PartnerAnswerOf<Name> }
  | { readonly ok: false; readonly refusal: PartnerRefusal }
>;

export interface PartnerClient {
  readonly ask: SignInCall;
  readonly call: ReportCall;
}

export function createPartnerClient(
  options: Way & {
    readonly token: () => string | undefined;
    readonly onSignedOut: (why: 'over' | 'ended') => void;
  },
): PartnerClient {
  const lost = (name: PartnerOperation): PartnerRefusal => ({
    code: partnerReadingOperations.includes(name) ? 'unavailable' : 'unconfirmed',
  });

  async function send(name: PartnerOperation, body: unknown, token?: string): Promise<Response | PartnerRefusal> {
    try {
      const response = await post(options, `/api/partners/${name}`, body, token);
      return response.ok ? response : await refusalOf(response);
    } catch {
      return lost(name);
    }
  }

  return {
    async ask<Name extends SignInOperation>(name: Name, body: PartnerRequestOf<Name>) {
      const answer = await send(name, body);
      if (!(answer instanceof Response)) return { ok: false, refusal: answer };
      try {
        const value: PartnerAnswerOf<Name> = await answer.json();
        return { ok: true, value };
      } catch {
        return { ok: false, refusal: lost(name) };
      }
    },
    async call<Name extends ReportOperation>(name: Name, body: object): Promise<Result<AnswerOf<Name>>> {
      const token = options.token();
      if (token === undefined) return { ok: false, refusal: { code: 'notSignedIn' } };
      const answer = await send(name, body, token);
      if (!(answer instanceof Response)) {
        if (answer.code === 'notSignedIn') options.onSignedOut(answer.why);
        return { ok: false, refusal: answer };
      }
      try {
        const value: AnswerOf<Name> = await answer.json();
        return { ok: true, value };
      } catch {
        return { ok: false, refusal: lost(name) };
      }
    },
  };
}

export const refusalWord = ({ code }: PartnerRefusal): WordKey =>
  code === 'tooOften'
    ? 'enter.tooOften'
    : code === 'unavailable' || code === 'newer' || code === 'unconfirmed'
      ? 'enter.unavailable'
      : 'enter.failed';
