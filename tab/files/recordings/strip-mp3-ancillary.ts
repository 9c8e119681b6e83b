/**
 * Zeros, in place, what lies between the sound of one frame of MP3 and of the next: encoders put their name there, and
 * anyone may hide more. Takes all frames in order. Next to a frame that cannot be parsed nothing is changed.
 */
export function stripMp3Ancillary(frames: readonly Uint8Array[]): void {
  const mainData: { readonly frame: Uint8Array; readonly from: number; readonly at: number }[] = [];
  const sounds: (readonly [from: number, to: number])[] = [];
  let at = 0;
  for (const frame of frames) {
    const side = parseSideInformation(frame);
    const from = side?.end ?? frame.length;
    mainData.push({ frame, from, at });
    if (side) sounds.push([at - side.back, at - side.back + Math.ceil(side.bits / 8)]);
    else sounds.push([at - maxBackBytes, at + maxBackBytes]);
    at += frame.length - from;
  }
  const isSound = new Uint8Array(at);
  for (const [from, to] of sounds) if (to > 0) isSound.fill(1, Math.max(0, from), Math.min(at, to));
  for (const part of mainData)
    for (let n = part.from; n < part.frame.length; n += 1)
      if (isSound[part.at + n - part.from] === 0) part.frame[n] = 0;
}

const maxBackBytes = 511;

interface SideInformation {
  /** Where header and side information end. */
  readonly end: number;
  /** How many bytes before that, in the frames before, the frame's sound begins. */
  readonly back: number;
  /** How long its sound is, in bits. */
  readonly bits: number;
}

function parseSideInformation(frame: Uint8Array): SideInformation | undefined {
  const [first = 0, second = 0, , fourth = 0] = frame;
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2;
  if (!isLayer3) return undefined;
  const isMpeg1 = (second & 0x18) === 0x18;
  const channels = fourth >> 6 === 3 ? 1 : 2;
  const start = (second & 1) === 0 ? 6 : 4;
  const sideBytes = isMpeg1 ? { 1: 17, 2: 32 }[channels] : { 1: 9, 2: 17 }[channels];
  if (frame.length < start + sideBytes) return undefined;
  const read = (from: number, count: number): number => {
    let value = 0;
    for (let n = from; n < from + count; n += 1)
      value = value * 2 + (((frame[start + (n >> 3)] ?? 0) >> (7 - (n & 7))) & 1);
    return value;
  };
  const granules = isMpeg1 ? 2 : 1;
  let bit = isMpeg1 ? 9 + (channels === 1 ? 5 : 3) + 4 * channels : 8 + (channels === 1 ? 1 : 2);
  let bits = 0;
  for (let n = 0; n < granules * channels; n += 1) {
    bits += read(bit, 12);
    bit += isMpeg1 ? 59 : 63;
  }
  return { end: start + sideBytes, back: read(0, isMpeg1 ? 9 : 8), bits };
}
