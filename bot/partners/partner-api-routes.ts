import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import { z } from 'zod';
import { parseJson } from '../../core/model/parse-json.ts';
import { rawOperations } from '../../contract/framed-bytes.ts';
import type { Result } from '../../contract/operation-answers.ts';
import {
  type PartnerOperation,
  partnerOperations,
  type PartnerRefusal,
  type SignInOperation,
  signInOperations,
} from '../../contract/partner-operations.ts';
import { type ReportOperation, reportOperations } from '../../contract/reports.ts';
import { withinDeadline } from '../../dialogs/answer-deadline.ts';
import {
  type OperationHandlers,
  httpAnswer,
  refusalAnswer,
  thrownAnswer,
  runOperation,
  type WireAnswer,
} from '../api/operation-results.ts';
import { readOperationBody, serveOperations } from '../api/operation-routes.ts';
import { readRequestBody, requestTimeoutMs } from '../http/restify-server.ts';
import { type EventLog, type PartnerRefusalReason, errorClassName, errorCode } from '../runtime/event-log.ts';
import type { PresentedCredential, PartnerRateLimits } from './partner-rate-limits.ts';
import type { PartnerSessions, SessionClaims } from './partner-sessions.ts';
import type { SignInHandlers, AnonymousCaller } from './sign-in-operations.ts';

/** In bytes. */
const maxSignInBodyBytes = 24 * 1024;
const headersSchema = z.object({ authorization: z.string().max(4_000).catch('').default('') });
const isSignIn = (name: string): name is SignInOperation => Object.hasOwn(signInOperations, name);
const isOperation = (name: string): name is PartnerOperation => Object.hasOwn(partnerOperations, name);

const credentialSchema = z.object({
  token: z.string().optional(),
  id: z.string().optional(),
  secret: z.string().catch('').default(''),
});
function parseCredential(name: SignInOperation, body: unknown): PresentedCredential | undefined {
  const { token, id, secret = '' } = credentialSchema.safeParse(body).data ?? {};
  if (token !== undefined) {
    const [invitation = '', shown = ''] = token.split('.');
    return { kind: 'invitation', id: invitation, secret: shown };
  }
  if (id === undefined) return undefined;
  return name === 'signIn.passkey' ? { kind: 'passkey', id } : { kind: 'words', id, secret };
}
/** They need no store and cost no more than a refusal. */
const isUnlimited = (name: SignInOperation): boolean => name === 'page.begin' || name === 'signIn.offer';

/** `over`: expired, or no session. `ended`: its invitation was revoked or given out anew. */
type SessionCheck =
  | { readonly kind: 'in'; readonly session: SessionClaims }
  | { readonly kind: 'out'; readonly why: 'over' | 'ended' }
  | { readonly kind: 'tooOften' };

const partnerRefusal = (body: PartnerRefusal): WireAnswer =>
  body.code === 'notSignedIn' ? { status: 401, body } : refusalAnswer(body);

/**
 * `POST /api/partners/<operation>`, and `…/raw/<operation>` for parts of files as they are. A request names no one; its session is checked each time. No cookie is read or set,
 * and no log line says that someone was here.
 */
export function servePartnerApi(
  server: Server,
  deps: {
    readonly signIn: SignInHandlers;
    readonly reporting: OperationHandlers<typeof reportOperations, SessionClaims>;
    readonly sessions: Pick<PartnerSessions, 'open' | 'isValid'>;
    readonly rateLimits: PartnerRateLimits;
    readonly deadlineMs: number;
    readonly build: string | undefined;
    readonly onRefused: (reason: PartnerRefusalReason) => void;
    readonly log: EventLog;
  },
): void {
  const { log } = deps;
  const logRefusal = (answer: WireAnswer, reason: PartnerRefusalReason): WireAnswer => {
    deps.onRefused(reason);
    return answer;
  };

  function errorAnswer(error: unknown, operation: PartnerOperation): WireAnswer {
    log({ event: 'partnerFailed', operation, code: errorCode(error), thrown: errorClassName(error) });
    return thrownAnswer(error);
  }

  function resultAnswer(result: Result<object>): WireAnswer {
    const isOdd = !result.ok && result.refusal.code === 'odd';
    return isOdd ? logRefusal(httpAnswer(result), 'shape') : httpAnswer(result);
  }

  async function runSignIn(name: SignInOperation, text: string): Promise<WireAnswer> {
    const body = parseJson(text);
    const named = parseCredential(name, body);
    if (named === undefined && !isUnlimited(name)) return logRefusal(refusalAnswer({ code: 'odd' }), 'shape');
    if (named !== undefined && !isUnlimited(name) && (await deps.rateLimits.stranger(named)) === 'tooOften')
      return logRefusal(refusalAnswer({ code: 'tooOften' }), 'pace');
    const stranger: AnonymousCaller = undefined;
    return resultAnswer(await runOperation(signInOperations, deps.signIn, name, stranger, body));
  }

  async function checkSession(authorization: string, name: ReportOperation): Promise<SessionCheck> {
    const session = await deps.sessions.open(authorization);
    if (session === undefined) return { kind: 'out', why: 'over' };
    if ((await deps.rateLimits.session(session.invitation, name)) === 'tooOften') return { kind: 'tooOften' };
    return (await deps.sessions.isValid(session)) ? { kind: 'in', session } : { kind: 'out', why: 'ended' };
  }

  async function handleRequest(request: IncomingMessage, name: string, isRaw: boolean): Promise<WireAnswer> {
    if (!isOperation(name) || (isRaw && !rawOperations.includes(name)))
      return logRefusal(refusalAnswer({ code: 'odd' }), 'operation');
    if (isSignIn(name)) {
      const body = await readRequestBody(request, { bytes: maxSignInBodyBytes, patienceMs: requestTimeoutMs });
      if (body.kind !== 'text') return logRefusal(refusalAnswer({ code: 'odd' }), body.kind);
      return withinDeadline(
        deps.deadlineMs,
        () => runSignIn(name, body.text),
        (error) => errorAnswer(error, name),
      );
    }
    const { authorization } = headersSchema.parse(request.headers);
    const sessionCheck = await withinDeadline<SessionCheck | { readonly kind: 'failed'; readonly answer: WireAnswer }>(
      deps.deadlineMs,
      () => checkSession(authorization, name),
      (error) => ({ kind: 'failed', answer: errorAnswer(error, name) }),
    );
    if (sessionCheck.kind === 'failed') return sessionCheck.answer;
    if (sessionCheck.kind === 'out') return partnerRefusal({ code: 'notSignedIn', why: sessionCheck.why });
    if (sessionCheck.kind === 'tooOften') return logRefusal(refusalAnswer({ code: 'tooOften' }), 'pace');
    const read = await readOperationBody(request, isRaw);
    if (read.kind !== 'parsed') return logRefusal(refusalAnswer({ code: 'odd' }), read.kind);
    return withinDeadline(
      deps.deadlineMs,
      async () =>
        resultAnswer(await runOperation(reportOperations, deps.reporting, name, sessionCheck.session, read.body)),
      (error) => errorAnswer(error, name),
    );
  }

  serveOperations(server, '/api/partners', { build: deps.build, handleRequest });
}
