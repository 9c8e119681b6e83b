/** How Microsoft is reached where it is not by its names, and whether it may be. */
export interface MicrosoftWay {
  /** Another place for an address; the same where nothing is given. */
  readonly placeOf?: (address: URL) => URL;
  /** How long one answer may take, in milliseconds. */
  readonly deadlineMs: number;
}

/** An answer of Microsoft, or of whatever stands in its place. */
export type MicrosoftAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** When it was given, by its own clock. */
      readonly date: Date | undefined;
      /** The body, where it is JSON; `undefined` where it is anything else, or has no end. */
      readonly json: unknown;
    }
  | { readonly kind: 'unanswered'; readonly why: 'away' | 'notTrusted' };

const mostBytes = 2_000_000;

const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : '';
};

async function jsonIn(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Asks one address of Microsoft, once, and goes nowhere else: a token that goes with it leads to no other place. A
 * redirect is an answer like any other. Never rejects.
 */
export async function askMicrosoft(
  address: string,
  { placeOf = (asked) => asked, deadlineMs }: MicrosoftWay,
  token?: string,
): Promise<MicrosoftAnswer> {
  try {
    const response = await fetch(placeOf(new URL(address)), {
      redirect: 'manual',
      signal: AbortSignal.timeout(deadlineMs),
      headers: { accept: 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    });
    const date = new Date(response.headers.get('date') ?? '');
    return {
      kind: 'answered',
      status: response.status,
      date: Number.isNaN(date.getTime()) ? undefined : date,
      json: await jsonIn(response),
    };
  } catch (error) {
    return { kind: 'unanswered', why: /CERT|SELF_SIGNED|UNABLE_TO_/u.test(codeOf(error)) ? 'notTrusted' : 'away' };
  }
}
