import { parseJson } from '../../core/model/parse-json.ts';
export interface MicrosoftProbeOptions {
  readonly resolveUrl?: (address: URL) => URL;
  readonly deadlineMs: number;
}

export type MicrosoftProbeResult =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly date: Date | undefined;
      /** `undefined` if the body is no JSON or has no end. */
      readonly json: unknown;
    }
  | { readonly kind: 'unanswered'; readonly why: 'away' | 'notTrusted' };

const maxBytes = 2_000_000;

const nodeErrorCode = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? nodeErrorCode(error.cause) : '';
};

async function readJsonBody(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return parseJson(Buffer.concat(chunks).toString('utf8'));
}

/** Sends one request and follows no redirect: its token goes nowhere else. Never rejects. */
export async function probeMicrosoft(
  address: string,
  { resolveUrl = (asked) => asked, deadlineMs }: MicrosoftProbeOptions,
  token?: string,
): Promise<MicrosoftProbeResult> {
  try {
    const response = await fetch(resolveUrl(new URL(address)), {
      redirect: 'manual',
      signal: AbortSignal.timeout(deadlineMs),
      headers: { accept: 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    });
    const date = new Date(response.headers.get('date') ?? '');
    return {
      kind: 'answered',
      status: response.status,
      date: Number.isNaN(date.getTime()) ? undefined : date,
      json: await readJsonBody(response),
    };
  } catch (error) {
    return {
      kind: 'unanswered',
      why: /CERT|SELF_SIGNED|UNABLE_TO_/u.test(nodeErrorCode(error)) ? 'notTrusted' : 'away',
    };
  }
}
