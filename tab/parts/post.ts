/** The server gives up after eight seconds; the rest is for the way there and back. */
const deadlineMs = 15_000;

/** The way that a page's requests go. */
export interface Way {
  readonly fetch: typeof fetch;
  /** Where the API is: empty for where the page is from. */
  readonly origin?: string;
  readonly deadlineMs?: number;
}

/**
 * Posts a body to an operation, with a token where there is one, and with nothing that a browser would add or keep.
 * Rejects where no answer came in time.
 */
export const post = (way: Way, path: string, body: unknown, token?: string): Promise<Response> =>
  way.fetch(`${way.origin ?? ''}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(way.deadlineMs ?? deadlineMs),
  });
