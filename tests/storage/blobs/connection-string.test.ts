import { describe, expect, it } from '@jest/globals';
import { BlobServiceClient } from '@azure/storage-blob';
import { isConnectionString } from '../../../storage/blobs/connection-string.ts';

const key = 'a2V5LWluLWJhc2U2NA==';
const whole = `DefaultEndpointsProtocol=https;AccountName=files;AccountKey=${key};EndpointSuffix=core.windows.net`;
const local = `DefaultEndpointsProtocol=http;AccountName=files;AccountKey=${key};BlobEndpoint=http://127.0.0.1:10000/files;`;
const lent =
  'BlobEndpoint=https://files.blob.core.windows.net/;AccountName=files;SharedAccessSignature=sv=2026&sig=abc';

/** Whether the SDK makes a client of it, which has the name of an account. */
function isTakenBySdk(text: string): boolean {
  try {
    return text.includes('AccountName=') && BlobServiceClient.fromConnectionString(text).accountName !== '';
  } catch {
    return false;
  }
}

/** A text with each of its parts left out, emptied or repeated under a name that is none. */
const variantsOf = (text: string): readonly string[] => {
  const parts = text.split(';').filter((part) => part !== '');
  return parts.flatMap((part, at) => [
    parts.toSpliced(at, 1).join(';'),
    parts.with(at, `${part.split('=')[0]}=`).join(';'),
    parts.with(at, `X${part}`).join(';'),
    parts.with(at, part.split('=')[0] ?? '').join(';'),
  ]);
};

describe('a connection string', () => {
  it.each([whole, local, lent])('is one where it is whole: %#', (text) => {
    expect([isConnectionString(text), isTakenBySdk(text)]).toEqual([true, true]);
  });

  it.each([
    whole,
    local,
    lent,
    ...variantsOf(whole),
    ...variantsOf(local),
    ...variantsOf(lent),
    whole.replace('https', 'ftp'),
    whole.replace('https', 'HTTPS'),
    whole.replace(key, '***'),
    local.replace('http://127.0.0.1:10000/files', 'no address'),
    '',
    'no connection',
    'UseDevelopmentStorage=true',
    `${whole};`,
    whole.split(';').join('; '),
    whole.split(';').toReversed().join(';'),
  ])('is taken where the SDK takes it, and nowhere else: %s', (text) => {
    expect([text, isConnectionString(text)]).toEqual([text, isTakenBySdk(text)]);
  });
});
