/**
 * Operations whose part of a file is sent, or answered, as it is: `POST …/raw/<operation>`. A body is a line of JSON
 * with all other fields, then the bytes. So no credential is in an address or a header, which proxies log.
 */
export const rawOperations: readonly string[] = [
  'report.filePart',
  'case.filePart',
  'case.openFile',
  'case.openFilePart',
];

export const framedType = 'application/octet-stream';

/** In bytes; the longest names a mailbox with its proof. */
export const maxFrameLineBytes = 8_192;

interface FramedBody {
  readonly data: Uint8Array;
  readonly [field: string]: unknown;
}

export function frameBytes({ data, ...fields }: FramedBody): Uint8Array<ArrayBuffer> {
  const line = new TextEncoder().encode(`${JSON.stringify(fields)}\n`);
  const framed = new Uint8Array(line.length + data.length);
  framed.set(line);
  framed.set(data, line.length);
  return framed;
}

/** The fields and `data`, which is a view of the frame; `undefined` if it is none. */
export function parseFrame(framed: Uint8Array): (object & { readonly data: Uint8Array }) | undefined {
  const end = framed.subarray(0, maxFrameLineBytes).indexOf(0x0a);
  if (end === -1) return undefined;
  try {
    const fields: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(framed.subarray(0, end)));
    return typeof fields === 'object' && fields !== null ? { ...fields, data: framed.subarray(end + 1) } : undefined;
  } catch {
    return undefined;
  }
}

export const hasBytes = <Body extends object>(body: Body): body is Body & { readonly data: Uint8Array } =>
  'data' in body && body.data instanceof Uint8Array;
