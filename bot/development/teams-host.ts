import { randomBytes } from 'node:crypto';
import type { Request, Server } from 'restify';
import { z } from 'zod';
import { developmentPeople, type DevelopmentPerson } from './people.ts';
import { readBody } from '../read-body.ts';
import { teamsHostPage } from './teams-host-page.ts';

/** What stands in for Teams around the tab, on this machine alone. */
export interface TeamsHost {
  /** Adds the page and its tokens to a server. */
  readonly serve: (server: Server) => void;
}

const isPerson = (name: string): name is DevelopmentPerson => Object.hasOwn(developmentPeople, name);
const bodySchema = z.strictObject({ person: z.string().refine(isPerson) });
const hostSchema = z.object({ host: z.string().default('') });
const tokenLimits = { bytes: 1_024, patienceMs: 5_000 };
const ownAddresses = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Whether a request comes from this machine, and was sent to it by one of its own names: no other page's can be. */
function isFromHere(request: Request): boolean {
  const { host } = hostSchema.parse(request.headers);
  const named = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/u.test(host);
  return named && ownAddresses.includes(request.socket.remoteAddress ?? '');
}

function personIn(text: string): DevelopmentPerson | undefined {
  try {
    return bodySchema.parse(JSON.parse(text)).person;
  } catch {
    return undefined;
  }
}

/** `GET /development/teams`, and `POST /development/token` for whoever was chosen there. For development only. */
export const createTeamsHost = (tokenOf: (person: DevelopmentPerson) => Promise<string>): TeamsHost => ({
  serve(server) {
    const notHere = { code: 'notAnswered' };
    server.get('/development/teams', async (request, response) => {
      if (!isFromHere(request)) {
        response.send(404, notHere);
        return;
      }
      const nonce = randomBytes(16).toString('base64');
      const language = request.getQuery() === 'language=cy' ? 'cy' : 'en';
      const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; frame-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
      response.setHeader('Content-Security-Policy', policy);
      response.sendRaw(200, teamsHostPage(language, nonce), { 'Content-Type': 'text/html; charset=utf-8' });
    });
    server.post('/development/token', async (request, response) => {
      const body = await readBody(request, tokenLimits);
      const person = body.kind === 'text' ? personIn(body.text) : undefined;
      if (person === undefined || !isFromHere(request)) {
        response.send(404, notHere);
        return;
      }
      response.send(200, { token: await tokenOf(person) });
    });
  },
});
