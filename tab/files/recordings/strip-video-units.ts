import { FileRefusalError } from '../clean-copy.ts';
import { toDataView } from '../sniff-file-type.ts';

/** Slices, parameter sets, delimiters and ends of H.264: no SEI (6), where cameras and encoders put what they like. */
const avcUnits: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 19]);
/** Of HEVC: no SEI (39, 40), fillers (38), reserved types or what makers use for themselves (48 to 63). */
const isHevcUnit = (type: number): boolean => type <= 9 || (type >= 16 && type <= 21) || (type >= 32 && type <= 37);
/** Of AV1: no metadata (5), tile lists (8), padding (15) or reserved types. */
const av1Units: ReadonlySet<number> = new Set([1, 2, 3, 4, 6, 7]);

/** The description that decodes a track, without what may be beside its parameter sets. Throws FileRefusalError. */
export function stripDecoderDescription(codec: string, description: Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    if (codec === 'avc') return stripAvcDescription(description);
    if (codec === 'hevc') return stripHevcDescription(description);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new FileRefusalError('damaged');
  }
  return description.slice();
}

function stripAvcDescription(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = toDataView(bytes);
  let at = 6;
  for (let sets = view.getUint8(5) & 0x1f; sets > 0; sets -= 1) at += 2 + view.getUint16(at);
  const pictureSets = view.getUint8(at);
  at += 1;
  for (let sets = pictureSets; sets > 0; sets -= 1) at += 2 + view.getUint16(at);
  if (at > bytes.length) throw new RangeError('a parameter set is cut off');
  // High profiles have three bytes of colour depth and a count of extensions, of which none are kept.
  const hasColourDepth = [100, 110, 122, 144].includes(view.getUint8(1)) && bytes.length >= at + 4;
  if (!hasColourDepth) return bytes.slice(0, at);
  const stripped = bytes.slice(0, at + 4);
  stripped[at + 3] = 0;
  return stripped;
}

function stripHevcDescription(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = toDataView(bytes);
  const arrays: Uint8Array[] = [];
  let at = 23;
  for (let n = view.getUint8(22); n > 0; n -= 1) {
    const from = at;
    const type = view.getUint8(at) & 0x3f;
    let sets = view.getUint16(at + 1);
    at += 3;
    for (; sets > 0; sets -= 1) at += 2 + view.getUint16(at);
    if (at > bytes.length) throw new RangeError('a parameter set is cut off');
    if (type >= 32 && type <= 34) arrays.push(bytes.subarray(from, at));
  }
  const head = bytes.slice(0, 23);
  head[22] = arrays.length;
  return concat([head, ...arrays]);
}

/** A packet of only the units that make a picture. `description` is the decoder's. Throws FileRefusalError. */
export function stripVideoPacket(codec: string, description: Uint8Array | undefined, packet: Uint8Array): Uint8Array {
  if (codec === 'av1') return joinPictureUnits(packet, splitAv1Units(packet));
  if (codec !== 'avc' && codec !== 'hevc') return packet;
  if (description === undefined) throw new FileRefusalError('damaged');
  const lengthBytes = ((codec === 'avc' ? description[4] : description[21]) ?? 3) % 4;
  return joinPictureUnits(packet, splitNalUnits(codec, packet, lengthBytes + 1));
}

interface Unit {
  readonly from: number;
  readonly to: number;
  readonly isPicture: boolean;
}

function splitNalUnits(codec: 'avc' | 'hevc', packet: Uint8Array, lengthBytes: number): readonly Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < packet.length; ) {
    let length = 0;
    for (let n = 0; n < lengthBytes; n += 1) length = length * 256 + (packet[at + n] ?? 0);
    const to = at + lengthBytes + length;
    if (length === 0 || to > packet.length) throw new FileRefusalError('damaged');
    const first = packet[at + lengthBytes] ?? 0;
    const isPicture = codec === 'avc' ? avcUnits.has(first & 0x1f) : isHevcUnit((first >> 1) & 0x3f);
    units.push({ from: at, to, isPicture });
    at = to;
  }
  return units;
}

function splitAv1Units(packet: Uint8Array): readonly Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < packet.length; ) {
    const head = packet[at] ?? 0;
    let from = at + 1 + ((head >> 2) & 1);
    let length = packet.length - from;
    if ((head & 2) !== 0) {
      length = 0;
      for (let shift = 0; shift <= 28; shift += 7) {
        const byte = packet[from] ?? 0;
        from += 1;
        length += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80) break;
      }
    }
    const to = from + length;
    if (to > packet.length) throw new FileRefusalError('damaged');
    units.push({ from: at, to, isPicture: av1Units.has((head >> 3) & 15) });
    at = to;
  }
  return units;
}

const joinPictureUnits = (packet: Uint8Array, units: readonly Unit[]): Uint8Array =>
  units.every(({ isPicture }) => isPicture)
    ? packet
    : concat(units.filter(({ isPicture }) => isPicture).map(({ from, to }) => packet.subarray(from, to)));

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
