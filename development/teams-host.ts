import { randomBytes } from 'node:crypto';
import type { Server } from 'restify';
import { z } from 'zod';
import { developmentPeople, type DevelopmentPerson } from './people.ts';
import { readBody } from '../bot/http/read-body.ts';
import { teamsHostPage } from './teams-host-page.ts';

/** The stand-in for Teams around the tab. A development server answers this machine alone (own-machine-only.ts). */
export interface TeamsHost {
  readonly serve: (server: Server) => void;
}

const isPerson = (name: string): name is DevelopmentPerson => Object.hasOwn(developmentPeople, name);
const bodySchema = z.strictObject({ person: z.string().refine(isPerson) });
const tokenLimits = { bytes: 1_024, patienceMs: 5_000 };

function personIn(text: string): DevelopmentPerson | undefined {
  try {
    return bodySchema.parse(JSON.parse(text)).person;
  } catch {
    return undefined;
  }
}

/** `GET /development/teams`, and `POST /development/token` for the person chosen there. For development only. */
export const createTeamsHost = (tokenOf: (person: DevelopmentPerson) => Promise<string>): TeamsHost => ({
  serve(server) {
    const notHere = { code: 'notAnswered' };
    server.get('/development/teams', async (request, response) => {
      const nonce = randomBytes(16).toString('base64');
      const language = new URLSearchParams(request.getQuery()).get('language') === 'cy' ? 'cy' : 'en';
      const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; frame-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
      response.setHeader('Content-Security-Policy', policy);
      response.sendRaw(200, teamsHostPage(language, nonce), { 'Content-Type': 'text/html; charset=utf-8' });
    });
    server.post('/development/token', async (request, response) => {
      const body = await readBody(request, tokenLimits);
      const person = body.kind === 'text' ? personIn(body.text) : undefined;
      if (person === undefined) {
        response.send(404, notHere);
        return;
      }
      response.send(200, { token: await tokenOf(person) });
    });
  },
});
