import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import { z } from 'zod';
import type { PersonId } from '../../core/model/roles.ts';
import { withinDeadline } from '../../dialogs/answer-deadline.ts';
import { rawOperations } from '../../contract/framed-bytes.ts';
import type { OperationDefinition } from '../../contract/operation-definition.ts';
import { type Operation, operations } from '../../contract/operations.ts';
import { type EventLog, type TabRefusalReason, errorClassName, errorCode } from '../runtime/event-log.ts';
import type { RateLimitResult } from '../runtime/rate-limiter.ts';
import {
  type OperationHandlers,
  httpAnswer,
  refusalAnswer,
  thrownAnswer,
  runOperation,
  type WireAnswer,
} from './operation-results.ts';
import { readOperationBody, serveOperations } from './operation-routes.ts';
import type { Caller, AuthenticatedPerson, SignInResult } from './caller-authentication.ts';
import { countRecipients } from '../../crypto/age-format.ts';

const headersSchema = z.object({ authorization: z.string().default('') });
const isOperation = (name: string): name is Operation => Object.hasOwn(operations, name);

const mayRun = (caller: Caller, { roles }: OperationDefinition): boolean =>
  roles === 'everybody' || roles.some((role) => caller.roles.has(role));

/** `POST /api/tab/<operation>`, and `…/raw/<operation>` for parts of files as they are. Authenticates each request and repeats nothing from it. */
export function serveTabApi(
  server: Server,
  deps: {
    readonly signIn: (authorization: string) => Promise<SignInResult>;
    readonly resolveCaller: (person: AuthenticatedPerson) => Promise<Caller>;
    readonly onCaller: (caller: Caller) => Promise<void>;
    readonly handlers: OperationHandlers<typeof operations>;
    readonly rateLimit: (objectId: PersonId, operation: Operation) => Promise<RateLimitResult>;
    readonly deadlineMs: number;
    readonly build: string | undefined;
    readonly log: EventLog;
  },
): void {
  const { log } = deps;
  const logRefusal = (answer: WireAnswer, reason: TabRefusalReason, operation?: Operation): WireAnswer => {
    log({ event: 'tabRefused', reason, ...(operation && { operation }) });
    return answer;
  };

  function errorAnswer(error: unknown, operation: Operation): WireAnswer {
    log({ event: 'tabFailed', operation, code: errorCode(error), thrown: errorClassName(error) });
    return thrownAnswer(error);
  }

  async function execute(caller: Caller, operation: Operation, body: unknown): Promise<WireAnswer> {
    const definition: OperationDefinition = operations[operation];
    if (!mayRun(caller, definition)) return logRefusal(refusalAnswer({ code: 'refused' }), 'role', operation);
    await deps.onCaller(caller);
    if (!hasValidSeals(operation, body)) return logRefusal(refusalAnswer({ code: 'odd' }), 'shape', operation);
    const result = await runOperation(operations, deps.handlers, operation, caller, body);
    const answer = httpAnswer(result);
    const code = result.ok ? undefined : result.refusal.code;
    if (code === 'refused') return logRefusal(answer, 'case', operation);
    if (code === 'odd') return logRefusal(answer, 'shape', operation);
    // Someone without a role may be reporting, and a log line has a time.
    if (result.ok && definition.auditTrail === 'log' && caller.roles.size > 0) log({ event: 'tabUsed', operation });
    return answer;
  }

  async function handleRequest(request: IncomingMessage, name: string, isRaw: boolean): Promise<WireAnswer> {
    const { authorization } = headersSchema.parse(request.headers);
    const signIn = await deps.signIn(authorization);
    if (signIn.kind === 'notSignedIn') return logRefusal(refusalAnswer({ code: 'notSignedIn' }), signIn.why);
    // A refusal would make a page of another build drop typed words.
    if (!isOperation(name) || (isRaw && !rawOperations.includes(name)))
      return logRefusal(refusalAnswer({ code: 'odd' }), 'operation');
    const read = await readOperationBody(request, isRaw);
    if (read.kind !== 'parsed') return logRefusal(refusalAnswer({ code: 'odd' }), read.kind, name);
    if ((await deps.rateLimit(signIn.person.objectId, name)) === 'tooOften')
      return logRefusal(refusalAnswer({ code: 'tooOften' }), 'pace', name);
    return withinDeadline(
      deps.deadlineMs,
      async () => execute(await deps.resolveCaller(signIn.person), name, read.body),
      (error) => errorAnswer(error, name),
    );
  }

  serveOperations(server, '/api/tab', { build: deps.build, handleRequest });
}

interface ReaderLimits {
  readonly min: number;
  readonly max: number;
}
const anyReaders: ReaderLimits = { min: 1, max: Infinity };
const reporterAndUnit: ReaderLimits = { min: 2, max: Infinity };
const oneReader: ReaderLimits = { min: 1, max: 1 };

const readerLimits: Readonly<Partial<Record<Operation, ReaderLimits>>> = {
  'case.messageReporter': reporterAndUnit,
  'case.askDetriment': reporterAndUnit,
  'keys.wrap': oneReader,
};

/** Their seals are checked elsewhere, and a draft is no age file. */
const isReporterOperation = (name: Operation): boolean => name.startsWith('report.');

const maxDepth = 4;

/** Subject cards and titles have forms of their own, which their schemas check. */
function findSeals(body: unknown, depth = 0): readonly unknown[] {
  if (typeof body !== 'object' || body === null || ArrayBuffer.isView(body) || depth > maxDepth) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    name === 'sealed' ? [value] : name === 'card' || name === 'title' ? [] : findSeals(value, depth + 1),
  );
}

/**
 * Whether everything sent as sealed is shaped as seals for the operation's number of readers: no clear words, base64 or
 * junk. The server cannot tell whether one opens.
 */
function hasValidSeals(name: Operation, body: unknown): boolean {
  if (isReporterOperation(name)) return true;
  const { min: fewest, max: most } = readerLimits[name] ?? anyReaders;
  return findSeals(body).every((sealed) => {
    const recipients = typeof sealed === 'string' ? countRecipients(sealed) : undefined;
    return recipients !== undefined && recipients >= fewest && recipients <= most;
  });
}
