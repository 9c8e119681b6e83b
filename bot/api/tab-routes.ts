import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import { z } from 'zod';
import { StoreError } from '../../core/ports/store-error.ts';
import type { PersonId } from '../../core/model/directory.ts';
import { LateError, withinDeadline } from '../../dialogs/answer-deadline.ts';
import { buildMark } from '../../contract/build.ts';
import type { Definition } from '../../contract/definition.ts';
import { type Operation, operations } from '../../contract/operations.ts';
import { type EventLog, type TabRefusal, thrownName, troubleCode } from '../runtime/event-log.ts';
import { readBody } from '../http/bare-server.ts';
import type { Pace } from '../runtime/rate-limiter.ts';
import { type Handlers, httpAnswer, refusal, refusalOfStore, runOperation, type WireAnswer } from './operation.ts';
import type { Caller, SignedIn, SignIn } from './tab-authentication.ts';
import { recipientsOfSeal } from '../../crypto/age-format.ts';

/** In bytes: the largest is an identity for a hundred people. */
const largestBody = 512 * 1024;
const slowestRequestMs = 10_000;

const paramsSchema = z.object({ operation: z.string() });
const headersSchema = z.object({ authorization: z.string().default('') });
const isOperation = (name: string): name is Operation => Object.hasOwn(operations, name);

const mayRun = (caller: Caller, { roles }: Definition): boolean =>
  roles === 'everybody' || roles.some((role) => caller.roles.has(role));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `POST /api/tab/<operation>`. Each request is authenticated; nothing of it is repeated. */
export function serveTabApi(
  server: Server,
  deps: {
    readonly signIn: (authorization: string) => Promise<SignIn>;
    readonly callerOf: (person: SignedIn) => Promise<Caller>;
    readonly onCaller: (caller: Caller) => Promise<void>;
    readonly handlers: Handlers<typeof operations>;
    readonly pace: (objectId: PersonId, operation: Operation) => Promise<Pace>;
    readonly deadlineMs: number;
    /** In every answer, so that a page of another build notices. */
    readonly build: string | undefined;
    readonly log: EventLog;
  },
): void {
  const { log } = deps;
  const refused = (answer: WireAnswer, reason: TabRefusal, operation?: Operation): WireAnswer => {
    log({ event: 'tabRefused', reason, ...(operation && { operation }) });
    return answer;
  };

  function failed(error: unknown, operation: Operation): WireAnswer {
    log({ event: 'tabFailed', operation, code: troubleCode(error), thrown: thrownName(error) });
    if (error instanceof LateError) return refusal({ code: 'unconfirmed' });
    if (!(error instanceof StoreError)) return refusal({ code: 'failed' });
    return refusal({ code: refusalOfStore(error) });
  }

  async function carryOut(caller: Caller, operation: Operation, body: unknown): Promise<WireAnswer> {
    const definition: Definition = operations[operation];
    if (!mayRun(caller, definition)) return refused(refusal({ code: 'refused' }), 'role', operation);
    await deps.onCaller(caller);
    if (!isSealed(operation, body)) return refused(refusal({ code: 'odd' }), 'shape', operation);
    const result = await runOperation(operations, deps.handlers, operation, caller, body);
    const answer = httpAnswer(result);
    const code = result.ok ? undefined : result.refusal.code;
    if (code === 'refused') return refused(answer, 'case', operation);
    if (code === 'odd') return refused(answer, 'shape', operation);
    // Someone without a role may be reporting, and a log line has a time.
    if (result.ok && definition.leaves === 'log' && caller.roles.size > 0) log({ event: 'tabUsed', operation });
    return answer;
  }

  async function answer(request: IncomingMessage, name: string): Promise<WireAnswer> {
    const { authorization } = headersSchema.parse(request.headers);
    const signIn = await deps.signIn(authorization);
    if (signIn.kind === 'notSignedIn') return refused(refusal({ code: 'notSignedIn' }), signIn.why);
    // Refused, a page of another build would drop what was typed, as if the case were not for it.
    if (!isOperation(name)) return refused(refusal({ code: 'odd' }), 'operation');
    const body = await readBody(request, { bytes: largestBody, patienceMs: slowestRequestMs });
    if (body.kind !== 'text') return refused(refusal({ code: 'odd' }), body.kind, name);
    if ((await deps.pace(signIn.person.objectId, name)) === 'tooOften')
      return refused(refusal({ code: 'tooOften' }), 'pace', name);
    return withinDeadline(
      deps.deadlineMs,
      async () => carryOut(await deps.callerOf(signIn.person), name, parsed(body.text)),
      (error) => failed(error, name),
    );
  }

  server.post('/api/tab/:operation', async (request, response) => {
    const { operation } = paramsSchema.parse(request.params);
    const { status, body } = await answer(request, operation);
    if (deps.build !== undefined) response.header(buildMark.header, deps.build);
    // The rest of the body would come before the next request.
    if (!request.complete) response.header('Connection', 'close');
    response.send(status, body);
  });
}

interface Readers {
  readonly fewest: number;
  readonly most: number;
}
const anybody: Readers = { fewest: 1, most: Infinity };
const reporterAndUnit: Readers = { fewest: 2, most: Infinity };
const onePerson: Readers = { fewest: 1, most: 1 };

const readersOf: Readonly<Partial<Record<Operation, Readers>>> = {
  'case.messageReporter': reporterAndUnit,
  'case.askDetriment': reporterAndUnit,
  'keys.wrap': onePerson,
};

/** Their seals are checked where they are taken, and a draft is no age file. */
const isOfReporters = (name: Operation): boolean => name.startsWith('report.');

const deepest = 4;

/** Subject cards have a form of their own, checked by their schema. */
function sealsIn(body: unknown, depth = 0): readonly unknown[] {
  if (typeof body !== 'object' || body === null || depth > deepest) return [];
  return Object.entries(body).flatMap(([name, value]) =>
    name === 'sealed' ? [value] : name === 'card' ? [] : sealsIn(value, depth + 1),
  );
}

/**
 * Whether everything sent as sealed is shaped as a seal for as many readers as the operation has: no clear words,
 * base64 or junk. The server cannot tell whether one opens.
 */
function isSealed(name: Operation, body: unknown): boolean {
  if (isOfReporters(name)) return true;
  const { fewest, most } = readersOf[name] ?? anybody;
  return sealsIn(body).every((sealed) => {
    const recipients = typeof sealed === 'string' ? recipientsOfSeal(sealed) : undefined;
    return recipients !== undefined && recipients >= fewest && recipients <= most;
  });
}
