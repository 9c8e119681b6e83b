import type { Request } from 'playwright-core';

/** A request of the tab, with what came back. */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  readonly answer: string;
}

/** What a request was and what came back, as text. */
export async function toExchange(
  request: Request,
  response: { status(): number; body(): Promise<Buffer> },
): Promise<Exchange> {
  return {
    url: request.url(),
    method: request.method(),
    headers: request.headers(),
    body: request.postData() ?? '',
    status: response.status(),
    answer: (await response.body()).toString('latin1'),
  };
}
