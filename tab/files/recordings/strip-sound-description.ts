import { FileRefusalError } from '../clean-copy.ts';
import { hasBytes } from '../sniff-file-type.ts';

/**
 * The description that decodes a track of sound, without what may be behind or within it: Vorbis keeps its tags there. Throws
 * FileRefusalError.
 */
export function stripSoundDescription(codec: string, description: Uint8Array): Uint8Array<ArrayBuffer> {
  if (codec === 'aac') return stripAacDescription(description);
  if (codec === 'opus') return stripOpusHead(description);
  if (codec === 'vorbis') return stripVorbisHeaders(description);
  throw new FileRefusalError('otherRecording');
}

/** In bytes: the longest that names its channels by number, with spectral band replication. */
const maxAacDescription = 8;

function stripAacDescription(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // Without a number of channels follows a list of them, which ends with a comment.
  const channels = ((bytes[1] ?? 0) >> 3) & 15;
  if (channels === 0) throw new FileRefusalError('otherRecording');
  return bytes.slice(0, maxAacDescription);
}

function stripOpusHead(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.length < 19) throw new FileRefusalError('damaged');
  return bytes.slice(0, bytes[18] === 0 ? 19 : 21 + (bytes[9] ?? 0));
}

const vorbis = [...new TextEncoder().encode('vorbis')];
const emptyVorbisComment = Uint8Array.from([3, ...vorbis, 0, 0, 0, 0, 0, 0, 0, 0, 1]);

/** Three headers, with the lengths of the first two before them in bytes that add up. The second holds the tags. */
function stripVorbisHeaders(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes[0] !== 2) throw new FileRefusalError('damaged');
  let at = 1;
  const readLength = (): number => {
    let length = 0;
    for (; bytes[at] === 255; at += 1) length += 255;
    length += bytes[at] ?? 0;
    at += 1;
    return length;
  };
  const [identification, comment] = [readLength(), readLength()];
  const from = at;
  const setup = from + identification + comment;
  if (identification !== 30 || setup + 7 > bytes.length || !hasBytes(bytes, setup, [5, ...vorbis]))
    throw new FileRefusalError('damaged');
  return Uint8Array.from([
    2,
    identification,
    emptyVorbisComment.length,
    ...bytes.subarray(from, from + identification),
    ...emptyVorbisComment,
    ...bytes.subarray(setup),
  ]);
}
