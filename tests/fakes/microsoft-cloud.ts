import { exportJWK, generateKeyPair, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { type ReceivedRequest, startLoopbackServer, type WireAnswer } from './loopback-server.ts';

type Json = Readonly<Record<string, unknown>>;

/** A tenant with one bot, as the public cloud has both: who signs for it, who gives it tokens, and what stands written of it. */
export interface MicrosoftCloud {
  /** Where an address of Microsoft's is on this machine. */
  readonly resolveUrl: (address: URL) => URL;
  /** Where the bot trades its secret, or an assertion that nobody looks at here, for a token. */
  readonly tokenUrl: string;
  readonly secret: string;
  /** Answers so wherever an address begins like this, from now on; as usual again without an answer. */
  answerTo(address: string, answer?: WireAnswer): void;
  /** Puts claims in the place of those that a token usually has; one that is `undefined` is left out. */
  claim(claims: JWTPayload): void;
  /** Every address that was asked for, in order, and whether a token came with it. */
  readonly asked: readonly { readonly address: string; readonly method: string; readonly withToken: boolean }[];
  /** Every token that was given out. */
  readonly given: readonly string[];
  /** The places that the bot, and an operator, may read. */
  readonly rights: { bot: readonly Place[]; operator: readonly Place[] };
  /** A token of somebody who looks after the tenant. */
  operatorToken(place: Place): Promise<string>;
  /** All that stands written at Graph of each app, by its client id, and in Azure of the bot. */
  readonly applications: Map<string, Json>;
  readonly bots: Json[];
  readonly channels: Json[];
  stop(): Promise<void>;
}

const places = { graph: 'https://graph.microsoft.com', azure: 'https://management.azure.com' } as const;
/** A place that a token is made for. */
type Place = keyof typeof places;

const entra = 'https://login.microsoftonline.com';
const bots = 'https://login.botframework.com';
const subscription = '/subscriptions/5f1c2d3e-0000-4000-8000-000000000001';

const ok = (body: unknown): WireAnswer => ({ kind: 'answer', status: 200, body });
/** A refusal in the form of Graph and of Azure, with words that nobody may repeat. */
const errorAnswer = (status: number, code: string): WireAnswer => ({
  kind: 'answer',
  status,
  body: { error: { code, message: 'zq-words-of-microsoft: the stand-in refuses this.' } },
});
/** The same in the form of the place where tokens are given out. */
export const tokenErrorAnswer = (code: number): WireAnswer => ({
  kind: 'answer',
  status: code === 90002 ? 400 : 401,
  body: {
    error: 'invalid_client',
    error_description: `AADSTS${code}: zq-words-of-microsoft. Trace ID: 1 Correlation ID: 2`,
    error_codes: [code],
  },
});

/** Starts it on 127.0.0.1. */
export async function startMicrosoftCloud(of: {
  readonly tenantId: string;
  readonly appId: string;
}): Promise<MicrosoftCloud> {
  const { tenantId, appId } = of;
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256' };
  const secret = 'zq-secret-of-the-bot';
  const asked: { address: string; method: string; withToken: boolean }[] = [];
  const given: string[] = [];
  const planned = new Map<string, WireAnswer>();
  const applications = new Map<string, Json>();
  const botServices: Json[] = [];
  const channels: Json[] = [];
  const rights: { bot: readonly Place[]; operator: readonly Place[] } = { bot: [], operator: ['graph', 'azure'] };
  let claims: JWTPayload = {};

  async function give(audience: string, who: 'bot' | 'operator'): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const usual = { aud: audience, iss: `https://sts.windows.net/${tenantId}/`, tid: tenantId, exp: now + 3_600, who };
    const person = who === 'bot' ? { appid: appId } : { appid: 'portal', scp: 'Application.Read.All' };
    const payload: JWTPayload = JSON.parse(JSON.stringify({ ...usual, ...person, ...claims }));
    const token = await new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'key-1' }).sign(privateKey);
    given.push(token);
    return token;
  }

  async function tokenAnswer(body: string): Promise<WireAnswer> {
    const form = new URLSearchParams(body);
    if (form.get('client_id') !== appId) return tokenErrorAnswer(700016);
    if (form.get('client_assertion') === null && form.get('client_secret') !== secret) return tokenErrorAnswer(7000215);
    const audience = (form.get('scope') ?? '').replace(/\/\.default$/u, '');
    return ok({ token_type: 'Bearer', expires_in: 3_599, access_token: await give(audience, 'bot') });
  }

  /** Whether whoever asks may read there; otherwise how they are refused. */
  async function refused(place: Place, { headers }: ReceivedRequest): Promise<WireAnswer | undefined> {
    const token = /^Bearer (.+)$/u.exec(headers.authorization ?? '')?.[1] ?? '';
    const verified = await jwtVerify(token, publicKey, { audience: places[place] }).catch(() => undefined);
    if (verified === undefined) return errorAnswer(401, 'InvalidAuthenticationToken');
    const who = verified.payload['who'] === 'operator' ? 'operator' : 'bot';
    return rights[who].includes(place) ? undefined : errorAnswer(403, 'Authorization_RequestDenied');
  }

  async function graphAnswer(path: string, request: ReceivedRequest): Promise<WireAnswer> {
    const no = await refused('graph', request);
    if (no) return no;
    const [, id = ''] = /^\/v1\.0\/applications\(appId='([^']+)'\)$/u.exec(decodeURIComponent(path)) ?? [];
    const application = applications.get(id);
    return application ? ok(application) : errorAnswer(404, 'Request_ResourceNotFound');
  }

  async function azureAnswer(path: string, request: ReceivedRequest): Promise<WireAnswer> {
    const no = await refused('azure', request);
    // Azure lists what somebody may see: without a right, nothing.
    if (no) return path === '/subscriptions' && no.kind === 'answer' && no.status === 403 ? ok({ value: [] }) : no;
    switch (path) {
      case '/subscriptions':
        return ok({ value: [{ id: subscription, subscriptionId: subscription.slice(15) }] });
      case `${subscription}/providers/Microsoft.BotService/botServices`:
        return ok({ value: botServices });
      case `${subscription}/bot/channels`:
        return ok({ value: channels });
      default:
        return errorAnswer(404, 'ResourceNotFound');
    }
  }

  async function answer(request: ReceivedRequest): Promise<WireAnswer> {
    const address = `https:/${request.path}`;
    const { authorization } = request.headers;
    asked.push({ address, method: request.method, withToken: authorization !== undefined });
    const [, plan] = [...planned].find(([start]) => address.startsWith(start)) ?? [];
    if (plan) return plan;
    const [bare = ''] = address.split('?');
    switch (bare) {
      case `${entra}/${tenantId}/v2.0/.well-known/openid-configuration`:
        return ok({ issuer: `${entra}/${tenantId}/v2.0`, jwks_uri: `${entra}/${tenantId}/discovery/v2.0/keys` });
      case `${entra}/${tenantId}/discovery/v2.0/keys`:
        return ok({ keys: [key] });
      case `${entra}/${tenantId}/oauth2/v2.0/token`:
        return await tokenAnswer(request.body);
      case `${bots}/v1/.well-known/openidconfiguration`:
        return ok({ issuer: 'https://api.botframework.com', jwks_uri: `${bots}/v1/.well-known/keys` });
      case `${bots}/v1/.well-known/keys`:
        return ok({ keys: [{ ...key, endorsements: ['webchat', 'msteams'] }] });
      default:
    }
    if (bare.startsWith(entra)) return { kind: 'answer', status: 400, body: { error: 'invalid_tenant' } };
    if (bare.startsWith(places.graph)) return await graphAnswer(bare.slice(places.graph.length), request);
    if (bare.startsWith(places.azure)) return await azureAnswer(bare.slice(places.azure.length), request);
    return errorAnswer(404, 'NotFound');
  }

  const server = await startLoopbackServer(answer);
  const resolveUrl = (address: URL): URL =>
    new URL(`${server.url}/${address.host}${address.pathname}${address.search}`);
  return {
    resolveUrl,
    tokenUrl: resolveUrl(new URL(`${entra}/${tenantId}/oauth2/v2.0/token`)).href,
    secret,
    answerTo: (address, plan) => void (plan ? planned.set(address, plan) : planned.delete(address)),
    claim: (next) => void (claims = next),
    asked,
    given,
    rights,
    operatorToken: (place) => give(places[place], 'operator'),
    applications,
    bots: botServices,
    channels,
    stop: () => server.stop(),
  };
}
