import type { TurnContext } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { CandourAdapter } from '../teams/candour-adapter.ts';
import { type RequestBody, readRequestBody, requestTimeoutMs } from './restify-server.ts';
import { type EventLog, type ActivityRefusalReason, errorClassName, errorCode } from '../runtime/event-log.ts';
import { type IncomingActivity, getObjectId, parseActivity, getTenantId } from '../teams/incoming-activity.ts';

/** In bytes. Teams allows about 100 KB. */
export const maxActivityBytes = 512 * 1024;

export interface MessagesDependencies {
  readonly adapter: CandourAdapter;
  readonly tenantId: string;
  readonly log: EventLog;
  readonly turn: (context: TurnContext, activity: IncomingActivity) => Promise<void>;
  readonly bodyTimeoutMs?: number;
}

interface ActivityRefusal {
  readonly status: number;
  readonly code: string;
  readonly reason: ActivityRefusalReason;
}

const bodyRefusals = {
  tooLarge: { status: 413, code: 'tooLarge', reason: 'size' },
  tooSlow: { status: 408, code: 'tooSlow', reason: 'slow' },
  encoded: { status: 415, code: 'encoded', reason: 'shape' },
  cut: { status: 400, code: 'cut', reason: 'cut' },
} as const satisfies Readonly<Record<Exclude<RequestBody['kind'], 'text'>, ActivityRefusal>>;
const notAuthorised = (reason: ActivityRefusalReason): ActivityRefusal => ({
  status: 401,
  code: 'notAuthorised',
  reason,
});

const headersSchema = z.object({ authorization: z.string().default('') });

const isFromPerson = ({ type }: IncomingActivity): boolean => type === 'message' || type === 'invoke';

/** The token is checked before a byte of the body is read. */
export function serveMessages(server: Server, deps: MessagesDependencies): void {
  const { adapter, log, tenantId } = deps;
  const limits = { bytes: maxActivityBytes, patienceMs: deps.bodyTimeoutMs ?? requestTimeoutMs };

  function checkSender(activity: IncomingActivity): ActivityRefusal | undefined {
    if (getTenantId(activity) !== tenantId) return { status: 403, code: 'notOurTenant', reason: 'tenant' };
    if (isFromPerson(activity) && getObjectId(activity) === undefined)
      return { status: 403, code: 'notAPerson', reason: 'person' };
    return undefined;
  }

  async function handleRequest(request: Request, response: Response): Promise<ActivityRefusal | undefined> {
    const { authorization } = headersSchema.parse(request.headers);
    const bearer = await adapter.check(authorization);
    if (bearer.kind === 'refused') return notAuthorised(bearer.reason);
    const body = await readRequestBody(request, limits);
    if (body.kind !== 'text') return bodyRefusals[body.kind];
    const activity = parseActivity(body.text);
    if (activity === undefined) return { status: 400, code: 'notAnActivity', reason: 'shape' };
    const admitted = adapter.admit(bearer, activity);
    if (admitted.kind === 'refused') return notAuthorised(admitted.reason);
    const refusal = checkSender(activity);
    if (refusal !== undefined) return refusal;
    const invoke = await adapter.runTurn(admitted.caller, activity, (context) => deps.turn(context, activity));
    response.send(invoke?.status ?? 200, invoke?.body ?? undefined);
    return undefined;
  }

  server.post('/api/messages', async (request, response) => {
    const refused = await handleRequest(request, response).catch((error: unknown) => {
      log({ event: 'answerFailed', code: errorCode(error), thrown: errorClassName(error) });
      throw error;
    });
    if (refused === undefined) return;
    log({ event: 'activityRefused', reason: refused.reason });
    // The rest of the body would come before the next request.
    if (!request.complete) response.header('Connection', 'close');
    response.send(refused.status, { code: refused.code });
  });
}
