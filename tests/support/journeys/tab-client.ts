import { AssertionError } from 'node:assert';
import { framedType, frameBytes, hasBytes } from '../../../contract/framed-bytes.ts';
import type { Refusal } from '../../../contract/operation-answers.ts';
import type { OperationAnswer, Operation, OperationRequest } from '../../../contract/operations.ts';
import type { Entra, TokenSubject } from '../../fakes/entra.ts';
import { decryptSeal } from '../../../crypto/decrypt-seal.ts';
import type { RunningBot } from './running-bot.ts';

/** What came back over the wire. */
interface TabResponse {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** The body of an operation; what shows that a key is held is put into it, if it is not there. */
export type RequestBody<Name extends Operation> =
  | OperationRequest<Name>
  | (Name extends 'case.consult' ? { readonly caseId: string } : never);

/** Somebody's tab, as far as the server sees it. */
export interface TabClient {
  readonly objectId: string;
  readonly name: string;
  /** The text of every HTTP answer, in order. */
  readonly answers: readonly string[];
  /** Carries out an operation with a fresh token. Throws where it was not done, with the code that came back. */
  call<Name extends Operation>(operation: Name, body: RequestBody<Name>): Promise<OperationAnswer<Name>>;
  /** Why an operation was not carried out. Throws where it was. */
  refusal<Name extends Operation>(operation: Name, body: RequestBody<Name>): Promise<Refusal>;
  /** What comes back, whatever is sent: a body that is text goes as it is. */
  send(operation: string, body: unknown, authorization?: string): Promise<TabResponse>;
}

/** The keys that somebody holds. */
type Identities = Pick<RunningBot['identities'], 'acu' | 'reserve'>;

const refusalIn = (text: string): Refusal => JSON.parse(text);

/** A client of the tab's API for one person, who has these roles in their token. */
export function createTabClient(
  bot: Pick<RunningBot, 'endpoint'> & { readonly entra: Pick<Entra, 'token'>; readonly identities?: Identities },
  of: TokenSubject,
): TabClient {
  const answers: string[] = [];

  /** What the page sends to show that its person holds the key; nothing at a server that asks for no such thing. */
  async function proofOf(caseId: unknown, authorization: string | undefined): Promise<string | undefined> {
    const { status, text } = await post('case.challenge', { caseId }, authorization);
    if (status !== 200) return status === 404 ? undefined : '';
    const { sealed }: OperationAnswer<'case.challenge'> = JSON.parse(text);
    const keys = Object.values(bot.identities ?? {}).flat();
    return decryptSeal(sealed, keys).catch(() => '');
  }
  async function send(operation: string, body: unknown, authorization?: string): Promise<TabResponse> {
    const isOpening = operation === 'case.consult' && typeof body === 'object' && body !== null;
    if (!isOpening || !('caseId' in body) || 'proof' in body) return post(operation, body, authorization);
    return post(operation, { ...body, proof: await proofOf(body.caseId, authorization) }, authorization);
  }
  async function post(operation: string, body: unknown, authorization: string | undefined): Promise<TabResponse> {
    const isFrame = typeof body === 'object' && body !== null && hasBytes(body);
    const response = await fetch(new URL(`/api/tab/${isFrame ? 'raw/' : ''}${operation}`, bot.endpoint()), {
      method: 'POST',
      headers: {
        'content-type': isFrame ? framedType : 'application/json',
        authorization: authorization ?? `Bearer ${await bot.entra.token(of)}`,
      },
      body: isFrame ? frameBytes({ ...body }) : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    answers.push(text);
    return { status: response.status, text, headers: response.headers };
  }
  return {
    objectId: of.objectId,
    name: of.name ?? '',
    answers,
    send,
    async call<Name extends Operation>(operation: Name, body: RequestBody<Name>) {
      const { status, text } = await send(operation, body);
      if (status !== 200) throw new Error(`${operation}: ${status} ${refusalIn(text).code}`);
      const answer: OperationAnswer<Name> = JSON.parse(text);
      return answer;
    },
    async refusal(operation, body) {
      const { status, text } = await send(operation, body);
      if (status === 200) throw new AssertionError({ message: `${operation}: carried out` });
      return refusalIn(text);
    },
  };
}

/** A request's name, as a page draws it for each thing somebody does. */
export const newRequestId = (): string => crypto.randomUUID().replaceAll('-', '');
