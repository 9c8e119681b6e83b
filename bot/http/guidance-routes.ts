import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { type Language, languages } from '../../core/model/language.ts';
import { guidanceIndexHtml, notFoundHtml, topicHtml } from './guidance-html.ts';
import { guidancePath, publicHeaders } from './public-layout.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { PrintFormat } from '../../core/model/output-formats.ts';
import type { GetTopics, Topic } from '../../guidance/topic.ts';
import type { PrintRequest } from './print-topic.ts';

const paramsSchema = z.object({ topic: z.string() });
const headersSchema = z.object({ 'accept-language': z.string().default('') });

function preferredLanguage(request: Request): Language {
  const { 'accept-language': asked } = headersSchema.parse(request.headers);
  return /^\s*cy\b/iu.test(asked) ? 'cy' : 'en';
}

export interface GuidanceDependencies extends GuidancePdfDependencies {
  readonly contacts: Contacts;
  readonly publicHost: string | undefined;
}

/** The guidance, for everyone without signing in. A visit leaves neither a cookie nor a log line. */
export function serveGuidance(server: Server, deps: GuidanceDependencies): void {
  const { contacts, topicsNow } = deps;
  const getPdf = createGuidancePdfCache(deps);
  const get = (path: string, answer: (request: Request, response: Response) => Promise<void> | void) => {
    // restify takes a handler's return value for an error.
    const handler = async (request: Request, response: Response): Promise<void> => {
      await answer(request, response);
    };
    server.get(path, handler);
    server.head(path, handler);
  };
  const send = (response: Response, status: number, html: string): void => {
    response.sendRaw(status, html, publicHeaders);
  };
  const sendPdf = (response: Response, file: Uint8Array): void => {
    response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': `${file.length}` });
    response.end(Buffer.from(file));
  };
  const content = () => ({ contacts, topics: topicsNow(), hasPosters: deps.publicHost !== undefined });
  const sendNotFound = (language: Language) => (_request: Request, response: Response) =>
    send(response, 404, notFoundHtml(language, content()));

  get('/guidance', (request, response) => {
    response.writeHead(303, { Location: guidancePath(preferredLanguage(request)), Vary: 'Accept-Language' });
    response.end();
  });
  get('/guidance/*', (request, response) => sendNotFound(preferredLanguage(request))(request, response));
  for (const language of languages) {
    get(guidancePath(language), (_request, response) => send(response, 200, guidanceIndexHtml(language, content())));
    get(guidancePath(language, ':topic'), async (request, response) => {
      const all = content();
      const asked = paramsSchema.parse(request.params).topic;
      const file = asked.endsWith('.pdf') ? await getPdf(language, asked.slice(0, -'.pdf'.length), 'sheet') : undefined;
      if (file !== undefined) return sendPdf(response, file);
      const topic = all.topics.get(asked);
      if (topic === undefined) sendNotFound(language)(request, response);
      else send(response, 200, topicHtml(language, topic, all));
    });
    get(guidancePath(language, ':topic/poster.pdf'), async (request, response) => {
      const file = await getPdf(language, paramsSchema.parse(request.params).topic, 'poster');
      if (file === undefined) sendNotFound(language)(request, response);
      else sendPdf(response, file);
    });
    get(guidancePath(language, '*'), sendNotFound(language));
  }
}

export interface GuidancePdfDependencies {
  readonly topicsNow: GetTopics;
  readonly print: (topic: Topic, wanted: PrintRequest) => Promise<Uint8Array | undefined>;
}

/**
 * Renders each paper once for all until its topic changes: it takes a tenth of a second, and anyone may ask.
 * `undefined` without such a topic. Rejects if rendering failed.
 */
export function createGuidancePdfCache(
  deps: GuidancePdfDependencies,
): (language: Language, id: string, form: PrintFormat) => Promise<Uint8Array | undefined> {
  const cache = new WeakMap<Topic, Map<string, Promise<Uint8Array | undefined>>>();

  return async (language, id, form) => {
    const topic = deps.topicsNow().get(id);
    if (topic === undefined) return undefined;
    const papers = cache.get(topic) ?? new Map<string, Promise<Uint8Array | undefined>>();
    cache.set(topic, papers);
    const name = `${form} ${language}`;
    const before = papers.get(name);
    if (before !== undefined) return await before;
    const file = deps.print(topic, { language, form });
    papers.set(name, file);
    // The next request tries again after a failure.
    file.catch(() => papers.delete(name));
    return await file;
  };
}
