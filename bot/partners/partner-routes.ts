import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import type { Result } from '../../contract/answers.ts';
import { buildMark } from '../../contract/build.ts';
import {
  type PartnerOperation,
  partnerOperations,
  type PartnerRefusal,
  type SignInOperation,
  signInOperations,
} from '../../contract/partners.ts';
import { type ReportOperation, reportOperations } from '../../contract/reporting.ts';
import { LateError, withinDeadline } from '../../dialogs/answer-deadline.ts';
import { type Handlers, httpAnswer, refusal, refusalOfStore, runOperation, type WireAnswer } from '../api/operation.ts';
import { readBody } from '../http/bare-server.ts';
import { type EventLog, type PartnerRefusalReason, thrownName, troubleCode } from '../runtime/event-log.ts';
import type { NamedBy, PartnerPace } from './rate-limits.ts';
import type { PartnerSessions, Session } from './sessions.ts';
import type { SignInOperations, Stranger } from './sign-in-operations.ts';

/** As much as the tab's API takes: the same reports come here. In bytes. */
const largestBody = 512 * 1024;
/** Every body before sign-in is short. In bytes. */
const largestBefore = 24 * 1024;
const slowestRequestMs = 10_000;
const paramsSchema = z.object({ operation: z.string() });
const headersSchema = z.object({ authorization: z.string().max(4_000).catch('').default('') });
const isSignIn = (name: string): name is SignInOperation => Object.hasOwn(signInOperations, name);
const isOperation = (name: string): name is PartnerOperation => Object.hasOwn(partnerOperations, name);

const namedSchema = z.object({
  token: z.string().optional(),
  id: z.string().optional(),
  secret: z.string().catch('').default(''),
});
/** Read before the body is read strictly. */
function namedBy(name: SignInOperation, body: unknown): NamedBy | undefined {
  const { token, id, secret = '' } = namedSchema.safeParse(body).data ?? {};
  if (token !== undefined) {
    const [invitation = '', shown = ''] = token.split('.');
    return { kind: 'invitation', id: invitation, secret: shown };
  }
  if (id === undefined) return undefined;
  return name === 'signIn.passkey' ? { kind: 'passkey', id } : { kind: 'words', id, secret };
}
/** These need no store and cost no more than to refuse them. */
const isFree = (name: SignInOperation): boolean => name === 'page.begin' || name === 'signIn.offer';

/** `over`: its time is, or it is not a session. `ended`: its invitation was revoked, or given out anew. */
type SignedIn =
  | { readonly kind: 'in'; readonly session: Session }
  | { readonly kind: 'out'; readonly why: 'over' | 'ended' }
  | { readonly kind: 'tooOften' };

const partnerRefusal = (body: PartnerRefusal): WireAnswer =>
  body.code === 'notSignedIn' ? { status: 401, body } : refusal(body);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The partners' API: `POST /api/partners/<operation>`. A request names no one; a session is looked at each time. No
 * cookie is read or set, and no line of the log says that someone was here.
 */
export function servePartnersApi(
  server: Server,
  deps: {
    readonly signIn: SignInOperations;
    readonly reporting: Handlers<typeof reportOperations, Session>;
    readonly sessions: Pick<PartnerSessions, 'open' | 'isStanding'>;
    readonly pace: PartnerPace;
    readonly deadlineMs: number;
    readonly build: string | undefined;
    readonly onRefused: (reason: PartnerRefusalReason) => void;
    readonly log: EventLog;
  },
): void {
  const { log } = deps;
  const refused = (answer: WireAnswer, reason: PartnerRefusalReason): WireAnswer => {
    deps.onRefused(reason);
    return answer;
  };

  function failed(error: unknown, operation: PartnerOperation): WireAnswer {
    log({ event: 'partnerFailed', operation, code: troubleCode(error), thrown: thrownName(error) });
    if (error instanceof LateError) return refusal({ code: 'unconfirmed' });
    if (!(error instanceof StoreError)) return refusal({ code: 'failed' });
    return refusal({ code: refusalOfStore(error) });
  }

  function answered(result: Result<object>): WireAnswer {
    const isOdd = !result.ok && result.refusal.code === 'odd';
    return isOdd ? refused(httpAnswer(result), 'shape') : httpAnswer(result);
  }

  async function beforeSignIn(name: SignInOperation, text: string): Promise<WireAnswer> {
    const body = parsed(text);
    const named = namedBy(name, body);
    if (named === undefined && !isFree(name)) return refused(refusal({ code: 'odd' }), 'shape');
    if (named !== undefined && !isFree(name) && (await deps.pace.stranger(named)) === 'tooOften')
      return refused(refusal({ code: 'tooOften' }), 'pace');
    const stranger: Stranger = undefined;
    return answered(await runOperation(signInOperations, deps.signIn, name, stranger, body));
  }

  async function signedIn(authorization: string, name: ReportOperation): Promise<SignedIn> {
    const session = await deps.sessions.open(authorization);
    if (session === undefined) return { kind: 'out', why: 'over' };
    if ((await deps.pace.session(session.invitation, name)) === 'tooOften') return { kind: 'tooOften' };
    return (await deps.sessions.isStanding(session)) ? { kind: 'in', session } : { kind: 'out', why: 'ended' };
  }

  async function answer(request: IncomingMessage, name: string): Promise<WireAnswer> {
    if (!isOperation(name)) return refused(refusal({ code: 'odd' }), 'operation');
    if (isSignIn(name)) {
      const body = await readBody(request, { bytes: largestBefore, patienceMs: slowestRequestMs });
      if (body.kind !== 'text') return refused(refusal({ code: 'odd' }), body.kind);
      return withinDeadline(
        deps.deadlineMs,
        () => beforeSignIn(name, body.text),
        (error) => failed(error, name),
      );
    }
    const { authorization } = headersSchema.parse(request.headers);
    const standing = await withinDeadline<SignedIn | { readonly kind: 'failed'; readonly answer: WireAnswer }>(
      deps.deadlineMs,
      () => signedIn(authorization, name),
      (error) => ({ kind: 'failed', answer: failed(error, name) }),
    );
    if (standing.kind === 'failed') return standing.answer;
    if (standing.kind === 'out') return partnerRefusal({ code: 'notSignedIn', why: standing.why });
    if (standing.kind === 'tooOften') return refused(refusal({ code: 'tooOften' }), 'pace');
    // No large body is read from someone who is not signed in.
    const body = await readBody(request, { bytes: largestBody, patienceMs: slowestRequestMs });
    if (body.kind !== 'text') return refused(refusal({ code: 'odd' }), body.kind);
    return withinDeadline(
      deps.deadlineMs,
      async () =>
        answered(await runOperation(reportOperations, deps.reporting, name, standing.session, parsed(body.text))),
      (error) => failed(error, name),
    );
  }

  server.post('/api/partners/:operation', async (request, response) => {
    const { operation } = paramsSchema.parse(request.params);
    const { status, body } = await answer(request, operation);
    if (deps.build !== undefined) response.header(buildMark.header, deps.build);
    // Unread bytes of a body would come before the next request.
    if (!request.complete) response.header('Connection', 'close');
    response.send(status, body);
  });
}
